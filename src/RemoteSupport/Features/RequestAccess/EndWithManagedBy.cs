using MediatR;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>A change of Managed by cancels what is asked for and revokes what is granted (RA-7), in its transaction.</summary>
internal sealed class EndWithManagedBy(Db db, Turn turn, Grants grants, LiveEvents live, TimeProvider clock) : INotificationHandler<ManagedByChanged>
{
    public async Task Handle(ManagedByChanged notification, CancellationToken cancellationToken)
    {
        var (organization, by) = (notification.OrganizationId, notification.By);
        await turn.TakeAsync(organization, cancellationToken);
        var grant = await db.FindAsync<Guid?>(
            "select id from access_requests where organization_id = @organization and state = 'approved' and extends_id is null", new { organization }, cancellationToken);
        if (grant is { } id) await grants.EndAsync(id, "revoked", "managed_by_changed", by, null, cancellationToken);
        await db.RunAsync(
            "update access_requests set state = 'cancelled', ended_at = @now, ended_by = @by, due_at = null where organization_id = @organization and state = 'pending'",
            new { organization, by, now = clock.GetUtcNow() }, cancellationToken);
        await live.PublishAccessAsync(organization, Topics.Access);
    }
}
