using MediatR;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>What let somebody in is over or has moved: so are their sessions, in the same transaction (RA-8).</summary>
internal sealed class EndLogins(ActingSessions sessions)
    : INotificationHandler<AccessEnded>, INotificationHandler<AccessMoved>, INotificationHandler<ManagedByChanged>, INotificationHandler<OrganizationSuspended>
{
    public Task Handle(AccessEnded notification, CancellationToken cancellationToken) =>
        sessions.EndOfGrantsAsync(notification.GrantIds, notification.Reason, notification.By);

    public Task Handle(AccessMoved notification, CancellationToken cancellationToken) => sessions.MoveEndAsync(notification.Grant, notification.ExpiresAt);

    public Task Handle(ManagedByChanged notification, CancellationToken cancellationToken) =>
        sessions.EndOfOrganizationAsync(notification.OrganizationId, "managed_by_changed", by: notification.By);

    public Task Handle(OrganizationSuspended notification, CancellationToken cancellationToken) =>
        sessions.EndOfOrganizationAsync(notification.OrganizationId, "organization_suspended", by: notification.By);
}
