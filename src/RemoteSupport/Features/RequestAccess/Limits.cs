using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>How often may be asked (RA-21). The organization's turn is taken before; the person's account is held here, so that counts are exact.</summary>
internal sealed class Limits(Db db, Caller caller, TimeProvider clock)
{
    /// <summary>Why nobody, or this person, may ask now; null when they may.</summary>
    public async Task<Refusal?> CheckAsync(Guid organizationId, CancellationToken ct)
    {
        var person = caller.SignedIn.AccountId;
        await db.RunAsync("select from accounts where id = @person for no key update", new { person }, ct);
        var now = clock.GetUtcNow();
        var since = await db.SingleAsync<Since>(
            """
            select
              (select max(decided_at) from access_requests where organization_id = @organizationId and state = 'rejected') as rejected_at,
              (select created_at from access_requests where organization_id = @organizationId and created_at > @yesterday order by created_at desc offset @fifth limit 1) as fifth_at,
              (select created_at from access_requests where requester_id = @person and created_at > @yesterday order by created_at desc offset @twentieth limit 1) as twentieth_at
            """,
            new { organizationId, person, yesterday = now - AccessRules.Day, fifth = AccessRules.MostOfOrganization - 1, twentieth = AccessRules.MostOfPerson - 1 }, ct);
        if (since.RejectedAt + AccessRules.PauseAfterRejection is { } over && over > now) return new RejectedJustNow(over - now);
        if (since.FifthAt is { } fifth) return new OrganizationAskedTooOften(fifth + AccessRules.Day - now);
        return since.TwentiethAt is { } twentieth ? new PersonAskedTooOften(twentieth + AccessRules.Day - now) : null;
    }

    private sealed record Since(DateTimeOffset? RejectedAt, DateTimeOffset? FifthAt, DateTimeOffset? TwentiethAt);
}
