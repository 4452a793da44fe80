using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>The content of an attachment, for those who see its report.</summary>
[Requires(Permission.Organizations, Permission.LookInside, Permission.ReportProblem), PersonalData(IsQuiet = true)]
public sealed record OpenAttachment(Guid ReportId, Guid FileId) : IQuery<OpenedFile>
{
    internal sealed class Handler(Reports reports, Db db, StoredFiles files) : IRequestHandler<OpenAttachment, Outcome<OpenedFile>>
    {
        public async Task<Outcome<OpenedFile>> Handle(OpenAttachment request, CancellationToken cancellationToken)
        {
            if (await reports.FindAsync(request.ReportId, cancellationToken) is null) return new NotFound();
            var isItsOwn = await db.SingleAsync<bool>(
                "select exists (select from problem_report_files where report_id = @ReportId and file_id = @FileId)", new { request.ReportId, request.FileId }, cancellationToken);
            return isItsOwn && await files.OpenAsync(request.FileId, cancellationToken) is var (file, content) ? new OpenedFile(file, content) : new NotFound();
        }
    }
}

/// <summary>A file to be sent; whoever gets it closes the content.</summary>
public sealed record OpenedFile(StoredFile File, Stream Content);
