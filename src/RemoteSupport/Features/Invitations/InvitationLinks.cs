using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>An invitation's one link. Its token is derived when it is sent or shown to the inviter; here stands its hash (DL-5).</summary>
internal sealed class InvitationLinks(Db db, LinkTokens tokens, Links links, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>What its token is derived for.</summary>
    public const string Purpose = "support-invitation";

    private const string Path = "/join/{token}";

    /// <summary>The link as it stands in a message.</summary>
    public static SecretLink To(Guid id) => new(Purpose, id, Path);

    /// <summary>As long as a real one, and leads nowhere: for previews, which show it shortened.</summary>
    public SecretLink Example() => new("sample", Guid.Empty, "/") { Marker = links.To(Path.Replace("{token}", ExampleToken, StringComparison.Ordinal)) };

    /// <summary>What stands in an example instead of a token.</summary>
    public static string ExampleToken { get; } = new('x', 43);

    /// <summary>What is kept of a link.</summary>
    public byte[] HashOf(Guid id) => LinkTokens.HashOf(Token(id));

    /// <summary>The whole address, for the inviter's own eyes.</summary>
    public string AddressOf(Guid id) => links.To(Path.Replace("{token}", Token(id), StringComparison.Ordinal));

    /// <summary>The invitation behind a token, however it stands; null for a token that was never made. Looking changes nothing (AC-11).</summary>
    public async Task<LinkedInvitation?> FindAsync(string? token, CancellationToken ct) =>
        LinkTokens.TryHash(token, out var hash) ? await db.FindAsync<LinkedInvitation>($"{LinkedInvitation.Sql} where i.token_hash = @hash", new { hash, now = clock.GetUtcNow() }, ct) : null;

    /// <summary>The same by the invitation.</summary>
    public Task<LinkedInvitation?> FindAsync(Guid id, CancellationToken ct) =>
        db.FindAsync<LinkedInvitation>($"{LinkedInvitation.Sql} where i.id = @id", new { id, now = clock.GetUtcNow() }, ct);

    /// <summary>Holds the invitation for whoever lets a guest in or out: two at once come one after the other.</summary>
    public Task HoldAsync(Guid id, CancellationToken ct) => db.RunAsync("select from support_invitations where id = @id for no key update", new { id }, ct);

    private string Token(Guid id) => tokens.TokenFor(Purpose, tenancy.Tenant.Id, id);
}

/// <summary>An invitation as its link leads to it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="State">"open", else why it lets nobody in.</param>
/// <param name="Language">In which the guest is spoken to.</param>
/// <param name="Inviter">Who invites.</param>
/// <param name="InviterId">The same's account.</param>
/// <param name="Organization">The inviter's organization; null for a partner's inviter.</param>
/// <param name="OrganizationId">The same.</param>
/// <param name="Invitee">The inviter's reference.</param>
/// <param name="PersonKey">Stands for the guest's address.</param>
/// <param name="ExpiresAt">Until when it lets in.</param>
/// <param name="CallState">"ringing", "in_call" or null.</param>
/// <param name="HasAccepted">Whether the privacy terms were accepted on this invitation.</param>
internal sealed record LinkedInvitation(
    Guid Id, string State, string Language, string Inviter, Guid InviterId, string? Organization, Guid? OrganizationId, string Invitee, byte[] PersonKey,
    DateTimeOffset ExpiresAt, string? CallState, bool HasAccepted)
{
    /// <summary>Without a condition; wants @now.</summary>
    public const string Sql =
        $"""
        select i.id, {InvitationRules.LinkState} as state, i.language, a.name as inviter, i.inviter_id, o.name as organization, i.organization_id, i.invitee, i.person_key,
               i.expires_at, {InvitationRules.CallState} as call_state, i.accepted_at is not null as has_accepted
        from support_invitations i
        join accounts a on a.id = i.inviter_id
        left join organization_gates o on o.id = i.organization_id
        """;

    /// <summary>Whether it lets in.</summary>
    public bool IsOpen => State == "open";

    /// <summary>The company in whose name is invited: the inviter's organization, or the partner.</summary>
    public string Company(TenantInfo tenant) => Organization ?? tenant.Name;
}
