using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>Who has accepted which privacy terms: once for each person and version of the text (IN-4). Of the person a keyed hash is kept.</summary>
internal sealed class Acceptances(Db db, GuestTexts texts, InvitationStory story, TimeProvider clock)
{
    /// <summary>Whether this person has accepted the terms as they are now; if so, the invitation says so, too.</summary>
    public async Task<bool> RecallAsync(LinkedInvitation invitation, TenantInfo tenant, CancellationToken ct)
    {
        var terms = await texts.TermsAsync(invitation.Company(tenant), invitation.Language);
        var hasAccepted = await db.SingleAsync<bool>(
            "select exists (select from terms_acceptances where person_key = @PersonKey and version = @Version)", new { invitation.PersonKey, terms.Version }, ct);
        if (hasAccepted) await MarkAsync(invitation.Id, ct);
        return hasAccepted;
    }

    /// <summary>Keeps that they accepted this version, on this invitation.</summary>
    public async Task AcceptAsync(LinkedInvitation invitation, byte[] version, CancellationToken ct)
    {
        await db.RunAsync(
            """
            insert into terms_acceptances (person_key, version, language, invitation_id, accepted_at) values (@PersonKey, @version, @Language, @Id, @now)
            on conflict do nothing
            """,
            new { invitation.PersonKey, version, invitation.Language, invitation.Id, now = clock.GetUtcNow() }, ct);
        await MarkAsync(invitation.Id, ct);
    }

    private async Task MarkAsync(Guid id, CancellationToken ct)
    {
        if (await db.RunAsync("update support_invitations set accepted_at = @now where id = @id and accepted_at is null", new { id, now = clock.GetUtcNow() }, ct) == 1) await story.AddAsync(id, "accepted");
    }
}
