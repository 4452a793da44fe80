using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Either side says something about a report; the other hears of it by mail. The customer's reply opens a resolved one again (PR-2).</summary>
[Requires(Permission.Organizations, Permission.ReportProblem)]
public sealed record ReplyToReport : ICommand<ProblemReport>
{
    /// <summary>The report.</summary>
    public Guid Id { get; init; }

    /// <summary>What is said.</summary>
    [Required(ErrorMessage = "Write a reply.")]
    [StringLength(ReportRules.LongestText, ErrorMessage = "The text can have 10,000 characters at most.")]
    public string? Text { get; init => field = ReportRules.Text(value); }

    /// <summary>Uploads of the caller's that go with it.</summary>
    public IReadOnlyList<Guid>? Attachments { get; init; }

    internal sealed class Handler(Reports reports, Replying replying, Caller caller) : IRequestHandler<ReplyToReport, Outcome<ProblemReport>>
    {
        public async Task<Outcome<ProblemReport>> Handle(ReplyToReport request, CancellationToken cancellationToken)
        {
            if (await reports.FindAsync(request.Id, cancellationToken) is not { } report) return new NotFound();
            var me = caller.SignedIn;
            var reply = new Reply(me.AccountId, me.Name, me.IsOfSupport(report), request.Text!, request.Attachments is { Count: > 0 }, IsReopening: false);
            if (await replying.AddAsync(request.Id, reply, request.Attachments, cancellationToken) is { } refusal) return refusal;
            var after = (await reports.FindAsync(request.Id, cancellationToken))!;
            await reports.ChangedAsync(after);
            return after;
        }
    }
}
