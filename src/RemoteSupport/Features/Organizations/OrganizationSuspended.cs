using MediatR;

namespace RemoteSupport.Features.Organizations;

/// <summary>An organization cannot be entered any more (OR-5). Handled in the same transaction: whoever is inside is out.</summary>
public sealed record OrganizationSuspended(Guid OrganizationId, Guid? By) : INotification;
