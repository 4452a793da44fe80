using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Somebody in an organization reports a problem; its Support Contacts are told (PR-1). In a remote login it is reported by the real person.</summary>
[Requires(Permission.ReportProblem)]
public sealed record ReportProblem : ReportFields, ICommand<ReportReceipt>
{
    /// <summary>The organization that the caller is inside of.</summary>
    public Guid OrganizationId { get; init; }

    internal sealed class Handler(Db db, Caller caller, Reporting reporting) : IRequestHandler<ReportProblem, Outcome<ReportReceipt>>
    {
        public async Task<Outcome<ReportReceipt>> Handle(ReportProblem request, CancellationToken cancellationToken)
        {
            if (request.OrganizationId != caller.Organization) return new NotFound();
            var customer = await db.SingleAsync<Customer>(Customer.Sql, new { Id = request.OrganizationId }, cancellationToken);
            var me = caller.SignedIn;
            return await reporting.TakeAsync(request, customer, new Reporter(me.AccountId, me.Name, me.Email, me.Language, me.TimeZone), cancellationToken);
        }
    }
}

/// <summary>What became of a report that was sent.</summary>
/// <param name="Id">By which it is found.</param>
/// <param name="Number">By which people speak of it; unique in the tenant.</param>
public sealed record ReportReceipt(Guid Id, long Number);
