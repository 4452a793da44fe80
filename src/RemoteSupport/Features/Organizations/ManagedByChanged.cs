using MediatR;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Somebody else manages an organization from now on (OR-4). Published inside the transaction, which holds the organization's row for update: what let
/// supporters in before ends with it.
/// </summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="From">"service_provider" or "customer".</param>
/// <param name="To">The other of the two.</param>
/// <param name="By">The account of whoever changed it.</param>
public sealed record ManagedByChanged(Guid OrganizationId, string From, string To, Guid? By) : INotification;
