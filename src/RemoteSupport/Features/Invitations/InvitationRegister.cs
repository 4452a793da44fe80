using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>Enters invitations with their message, each once however often its form is sent, and within what may be sent in an hour.</summary>
internal sealed class InvitationRegister(Db db, Caller caller, InvitationMail mail, InvitationLinks links, InvitationStory story, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>True when it is new; false for the same form sent before. Whoever comes at the same time waits for the first.</summary>
    public async Task<Outcome<bool>> EnterAsync(InviteGuest fields, GuestAddress address, Origin origin, CancellationToken ct)
    {
        await db.RunAsync("select pg_advisory_xact_lock(hashtextextended(@key, 26))", new { key = caller.SignedIn.AccountId.ToString() }, ct);
        if (await db.FindAsync<Guid?>("select inviter_id from support_invitations where id = @Id", new { fields.Id }, ct) is { } inviter)
            return inviter == caller.SignedIn.AccountId ? false : new NotFound();
        if (await TooOftenAsync(address.PersonKey, ct) is { } refusal) return refusal;
        var expiresAt = clock.GetUtcNow() + tenancy.Tenant.InvitationLifetime;
        var message = await mail.QueueAsync(new(fields.Id, fields.Channel!, fields.Language!, address.Text, caller.SignedIn.AccountId, expiresAt), ct);
        await InsertAsync(fields, address, origin, message, expiresAt, ct);
        await story.AddAsync(fields.Id, "created", message);
        return true;
    }

    /// <summary>Why nothing more may be sent now; null where it may. Exact for one inviter, who comes alone here; of several to one address a few may slip through.</summary>
    public async Task<Refusal?> TooOftenAsync(byte[] personKey, CancellationToken ct)
    {
        var counted = await db.SingleAsync<Counted>(
            """
            select (select count(*) from support_invitations where inviter_id = @me and created_at > @since) as of_inviter,
                   (select count(*) from support_invitation_events e join support_invitations i on i.id = e.invitation_id
                    where e.at > @since and e.kind in ('created', 'resent') and i.person_key = @personKey) as to_address
            """,
            new { me = caller.SignedIn.AccountId, personKey, since = clock.GetUtcNow() - InvitationRules.Hour }, ct);
        if (counted.ToAddress >= InvitationRules.MostToAddress) return new InvitedOften(OftenSentences.ToAddress);
        return counted.OfInviter >= InvitationRules.MostOfInviter ? new InvitedOften(OftenSentences.OfInviter) : null;
    }

    private Task<int> InsertAsync(InviteGuest fields, GuestAddress address, Origin origin, Guid message, DateTimeOffset expiresAt, CancellationToken ct) => db.RunAsync(
        """
        insert into support_invitations (
          id, inviter_id, organization_id, customer_id, report_id, invitee, channel, language, address, person_key, token_hash, message_id, created_at, expires_at, due_at)
        values (@Id, @me, @Inside, @CustomerId, @reportId, @Invitee, @Channel, @Language, @Text, @PersonKey, @hash, @message, @now, @expiresAt, @expiresAt)
        """,
        new
        {
            fields.Id, me = caller.SignedIn.AccountId, caller.SignedIn.Inside, origin.CustomerId, reportId = origin.Report?.Id, fields.Invitee, fields.Channel, fields.Language,
            address.Text, address.PersonKey, hash = links.HashOf(fields.Id), message, now = clock.GetUtcNow(), expiresAt,
        },
        ct);

    private sealed record Counted(long OfInviter, long ToAddress);
}
