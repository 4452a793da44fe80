using MediatR;
using RemoteSupport.Features.Organizations;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>Writes a new organization's Support Contacts, in the transaction that creates it (SC-2).</summary>
internal sealed class KeepFirstContacts(SupportContactRows rows) : INotificationHandler<OrganizationCreated>
{
    public async Task Handle(OrganizationCreated notification, CancellationToken cancellationToken)
    {
        if (!await rows.ReplaceAsync(notification.OrganizationId, 0, notification.Contacts)) throw new InvalidOperationException("A new organization has Support Contacts already.");
    }
}
