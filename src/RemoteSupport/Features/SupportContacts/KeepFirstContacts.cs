using MediatR;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>Writes a new organization's Support Contacts, in the transaction that creates it (SC-2).</summary>
internal sealed class KeepFirstContacts(Db db, Caller caller, TimeProvider clock) : INotificationHandler<OrganizationCreated>
{
    public Task Handle(OrganizationCreated notification, CancellationToken cancellationToken)
    {
        var contacts = notification.Contacts;
        return db.RunAsync(
            """
            insert into support_contact_lists (organization_id, saved_at, saved_by) values (@OrganizationId, @now, @by);
            insert into support_contacts (organization_id, position, account_id, email, email_key)
            select @OrganizationId, position, account_id, email, email_key
            from unnest(@users, @emails, @keys) with ordinality contact (account_id, email, email_key, position);
            insert into earlier_support_contacts (organization_id, email_key, email)
            select @OrganizationId, email_key, email from unnest(@emails, @keys) contact (email, email_key) where email is not null
            """,
            new
            {
                notification.OrganizationId, now = clock.GetUtcNow(), by = caller.Session?.AccountId,
                users = contacts.Select(contact => contact.UserId).ToArray(),
                emails = contacts.Select(contact => contact.Email).ToArray(),
                keys = contacts.Select(contact => contact.Email is { } email ? EmailAddress.KeyOf(email) : null).ToArray(),
            },
            cancellationToken);
    }
}
