using MediatR;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Another side manages an organization from now on (OR-4): "service_provider" or "customer". Published inside the transaction, with the organization's
/// row locked. What was asked for or granted before ends with it (RA-7).
/// </summary>
public sealed record ManagedByChanged(Guid OrganizationId, string From, string To, Guid? By) : INotification;
