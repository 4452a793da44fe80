using MediatR;

namespace RemoteSupport.Features.Organizations;

/// <summary>An organization is managed by somebody else from now on (OR-4). Handled in the same transaction: nobody keeps an access that came of the old way.</summary>
public sealed record ManagedByChanged(Guid OrganizationId, string From, string To, Guid? By) : INotification;
