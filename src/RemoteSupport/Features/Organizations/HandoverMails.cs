using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Organizations;

/// <summary>Asks an organization's owner, and brings the answer back (OR-4).</summary>
internal sealed class HandoverMails(Db db, Outbox outbox)
{
    public async Task TellOwnerAsync(OrganizationRow organization, string askedBy)
    {
        var owner = await db.SingleAsync<Recipient>(
            """
            select email as address, name, coalesce(language, @Language) as language, coalesce(time_zone, @TimeZone) as time_zone
            from accounts
            where organization_id = @Id and role = 'owner' and status = 'active'
            """,
            organization);
        await outbox.QueueAsync(owner, words => new HandoverRequestedEmail(organization.Name, askedBy, words.LinkTo(OwnerMails.Page)));
    }

    public async Task TellAskerAsync(OrganizationRow organization, Guid asker, string owner, bool isAccepted)
    {
        var recipient = await db.FindAsync<Recipient>("select email as address, name, language, time_zone from accounts where id = @asker and status = 'active'", new { asker });
        if (recipient is not null) await outbox.QueueAsync(recipient, _ => new HandoverAnsweredEmail(organization.Name, owner, isAccepted));
    }
}
