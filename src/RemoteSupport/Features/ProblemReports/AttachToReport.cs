using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Adds one of the caller's uploads to a report that is there, as programs do; a report has five at most (PR-2).</summary>
[Requires(Permission.Organizations, Permission.ReportProblem)]
public sealed record AttachToReport(Guid Id, Guid FileId) : ICommand<ReportFile>
{
    internal sealed class Handler(Reports reports, Attachments attachments, Db db) : IRequestHandler<AttachToReport, Outcome<ReportFile>>
    {
        public async Task<Outcome<ReportFile>> Handle(AttachToReport request, CancellationToken cancellationToken)
        {
            if (await reports.FindAsync(request.Id, cancellationToken) is not { } report) return new NotFound();
            // Held, so that two at once cannot both be the fifth.
            await db.RunAsync("select from problem_reports where id = @Id for no key update", new { request.Id }, cancellationToken);
            if ((await attachments.ListAsync(request.Id, cancellationToken)).Count(file => file.EntryId is null) >= ReportRules.MostFiles) return new TooManyFiles();
            if (!(await attachments.KeepAsync(request.Id, entryId: null, [request.FileId])).Succeeded(out var kept, out var refusal)) return refusal;
            await reports.ChangedAsync(report);
            return AnswerOf(kept[0]);
        }

        private static ReportFile AnswerOf(StoredFile file) => new(file.Id, null, file.Name, file.MediaType, file.Size);
    }
}
