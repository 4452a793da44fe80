using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Organizations;

/// <summary>Tells people that they own an organization, or do no longer.</summary>
internal sealed class OwnerMails(Db db, Outbox outbox, Caller caller)
{
    /// <summary>Where Account Information is.</summary>
    public const string Page = "/manage/account-information";

    /// <summary>A member whom the partner has made the owner.</summary>
    public async Task TellNewOwnerAsync(OrganizationRow organization, Guid owner) =>
        await outbox.QueueAsync(await RecipientAsync(organization, owner), words => new OwnershipReceivedEmail(organization.Name, caller.SignedIn.Name, words.LinkTo(Page)));

    /// <summary>Both sides of a handover of ownership.</summary>
    public async Task TellBothAsync(OrganizationRow organization, Guid from, Guid to)
    {
        await TellNewOwnerAsync(organization, to);
        var (former, owner) = (await RecipientAsync(organization, from), await RecipientAsync(organization, to));
        await outbox.QueueAsync(former, _ => new OwnershipHandedOverEmail(organization.Name, owner.Name ?? owner.Address));
    }

    private Task<Recipient> RecipientAsync(OrganizationRow organization, Guid account) =>
        db.SingleAsync<Recipient>(
            "select email as address, name, coalesce(language, @Language) as language, coalesce(time_zone, @TimeZone) as time_zone from accounts where id = @account",
            new { account, organization.Language, organization.TimeZone });
}
