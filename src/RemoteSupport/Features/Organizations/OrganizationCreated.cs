using MediatR;
using RemoteSupport.Features.SupportContacts;

namespace RemoteSupport.Features.Organizations;

/// <summary>An organization is there, with its first Support Contacts (SC-2). Published inside the transaction that inserts it.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Contacts">Checked, at least one.</param>
public sealed record OrganizationCreated(Guid OrganizationId, IReadOnlyList<SupportContact> Contacts) : INotification;
