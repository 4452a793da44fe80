using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>The rows of Support Contacts, for the first list and every later one.</summary>
internal sealed class SupportContactRows(Db db, Caller caller, TimeProvider clock)
{
    /// <summary>Makes these the list, in the running transaction; false when it has another version by now. The database decides which of two is first.</summary>
    public async Task<bool> ReplaceAsync(Guid organizationId, long version, IReadOnlyList<SupportContact> contacts)
    {
        var saved = await db.RunAsync(
            version == 0
                ? "insert into support_contact_lists (organization_id, saved_at, saved_by) values (@organizationId, @now, @by) on conflict do nothing"
                : "update support_contact_lists set version = version + 1, saved_at = @now, saved_by = @by where organization_id = @organizationId and version = @version",
            new { organizationId, version, now = clock.GetUtcNow(), by = caller.Session?.AccountId });
        if (saved == 1) await WriteAsync(organizationId, contacts);
        return saved == 1;
    }

    private Task<int> WriteAsync(Guid organizationId, IReadOnlyList<SupportContact> contacts) => db.RunAsync(
        """
        insert into earlier_support_contacts (organization_id, email_key, email)
        select organization_id, email_key, email from support_contacts where organization_id = @organizationId and email is not null
        on conflict do nothing;
        delete from support_contacts where organization_id = @organizationId;
        insert into support_contacts (organization_id, position, account_id, email, email_key)
        select @organizationId, position, account_id, email, email_key
        from unnest(@users, @emails, @keys) with ordinality contact (account_id, email, email_key, position)
        """,
        new
        {
            organizationId,
            users = contacts.Select(contact => contact.UserId).ToArray(),
            emails = contacts.Select(contact => contact.Email).ToArray(),
            keys = contacts.Select(contact => contact.Email is { } email ? EmailAddress.KeyOf(email) : null).ToArray(),
        });
}
