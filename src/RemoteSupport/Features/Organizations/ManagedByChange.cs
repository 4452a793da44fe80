using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Organizations;

/// <summary>Writes who manages an organization, and tells everybody who has to know (OR-4).</summary>
internal sealed class ManagedByChange(Db db, Handovers handovers, Caller caller, IMediator mediator, LiveEvents live, AuditTrail audit)
{
    /// <summary>In the running transaction, which holds the row. To what it is already: nothing happens.</summary>
    public async Task MakeAsync(OrganizationRow organization, string to)
    {
        audit.Target("organization", organization.Id, organization.Name, organization.Id);
        if (organization.ManagedBy == to) return;
        await db.RunAsync("update organizations set managed_by = @to where id = @Id", new { to, organization.Id });
        // Only its owner gives it to the service provider: whoever had asked has been answered with that.
        await handovers.DecideAsync(organization, "accepted");
        await mediator.Publish(new ManagedByChanged(organization.Id, organization.ManagedBy, to, caller.SignedIn.AccountId));
        await live.PublishAccessAsync(organization.Id, Topics.Access);
        audit.Changed("managedBy", organization.ManagedBy, to);
    }
}
