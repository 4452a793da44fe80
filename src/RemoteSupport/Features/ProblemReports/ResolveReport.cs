using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Somebody who looks after a report says that the problem is solved, and how (PR-2). It is resolved once, until the customer replies.</summary>
[Requires(Permission.Organizations, Permission.ReportProblem)]
public sealed record ResolveReport : ICommand<ProblemReport>
{
    /// <summary>The report.</summary>
    public Guid Id { get; init; }

    /// <summary>What closes it; may be left out.</summary>
    [StringLength(ReportRules.LongestText, ErrorMessage = "The text can have 10,000 characters at most.")]
    public string? Text { get; init => field = ReportRules.Text(value); }

    internal sealed class Handler(Db db, Reports reports, Thread thread, LaterMails mails, Caller caller, AuditTrail audit, TimeProvider clock)
        : IRequestHandler<ResolveReport, Outcome<ProblemReport>>
    {
        public async Task<Outcome<ProblemReport>> Handle(ResolveReport request, CancellationToken cancellationToken)
        {
            if (await reports.FindAsync(request.Id, cancellationToken) is not { } report) return new NotFound();
            if (!caller.SignedIn.IsOfSupport(report)) return new Forbidden();
            var (me, now) = (caller.SignedIn, clock.GetUtcNow());
            var won = await db.RunAsync(
                "update problem_reports set state = 'resolved', resolved_by = @AccountId, resolved_at = @now where id = @Id and state <> 'resolved'",
                new { request.Id, me.AccountId, now }, cancellationToken);
            var after = (await reports.FindAsync(request.Id, cancellationToken))!;
            if (won == 0) return new ReportChanged("resolved", after.ResolvedByName!);

            await thread.AddAsync(report.Id, "resolved", new Reply(me.AccountId, me.Name, IsOfSupport: true, request.Text ?? "", HasFiles: false, IsReopening: false));
            await mails.ResolvedAsync(report.Id, me.Name, request.Text);
            audit.Changed("state", report.State, after.State);
            await reports.ChangedAsync(after);
            return after;
        }
    }
}
