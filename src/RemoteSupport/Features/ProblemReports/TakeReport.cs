using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Somebody who was told of a report looks after it (PR-2). Of several at once exactly one wins; the others are told who.</summary>
[Requires(Permission.Organizations, Permission.ReportProblem)]
public sealed record TakeReport(Guid Id) : ICommand<ProblemReport>
{
    internal sealed class Handler(Db db, Reports reports, Thread thread, LaterMails mails, Caller caller, AuditTrail audit, TimeProvider clock)
        : IRequestHandler<TakeReport, Outcome<ProblemReport>>
    {
        public async Task<Outcome<ProblemReport>> Handle(TakeReport request, CancellationToken cancellationToken)
        {
            if (await reports.FindAsync(request.Id, cancellationToken) is not { } report) return new NotFound();
            if (!caller.SignedIn.IsOfSupport(report)) return new Forbidden();
            var (me, now) = (caller.SignedIn, clock.GetUtcNow());
            var won = await db.RunAsync(
                "update problem_reports set state = 'taken', taken_by = @AccountId, taken_at = @now where id = @Id and state = 'open'", new { request.Id, me.AccountId, now }, cancellationToken);
            var after = (await reports.FindAsync(request.Id, cancellationToken))!;
            if (won == 0) return after.State == "resolved" ? new ReportChanged("resolved", after.ResolvedByName!) : new ReportChanged("taken", after.TakenByName!);

            await thread.AddAsync(report.Id, "taken", new Reply(me.AccountId, me.Name, IsOfSupport: true, "", HasFiles: false, IsReopening: false));
            await mails.TakenAsync(report.Id, me.Name);
            audit.Changed("state", report.State, after.State);
            await reports.ChangedAsync(after);
            return after;
        }
    }
}
