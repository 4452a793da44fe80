using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>
/// Who could be added as a Support Contact (SC-3 to SC-5): for partner users, partner users by letters of their name or e-mail; for members, addresses of
/// their own members, earlier contacts, and what was typed once it is one. Never the chosen ones.
/// </summary>
[Requires(Permission.SupportContacts), PersonalData(IsQuiet = true)]
public sealed record FindSupportContactCandidates : IQuery<IReadOnlyList<SupportContactCandidate>>
{
    /// <summary>An address is no longer.</summary>
    internal const int LongestQuery = 254;

    /// <summary>How many letters from each one on partner_user_tails holds.</summary>
    private const int TailLength = 60;

    /// <summary>Some letters, ignoring case and accents, anywhere.</summary>
    [StringLength(LongestQuery, ErrorMessage = "This search text is too long.")]
    public string? Query { get; init; }

    /// <summary>The organization; for members, where they name one, their own.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Who is chosen already: partner users' ids, and addresses. Null for those that are saved.</summary>
    public IReadOnlyList<string>? Chosen { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 10;

    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<FindSupportContactCandidates, Outcome<IReadOnlyList<SupportContactCandidate>>>
    {
        public async Task<Outcome<IReadOnlyList<SupportContactCandidate>>> Handle(FindSupportContactCandidates request, CancellationToken cancellationToken)
        {
            var query = WellFormed.Text((request.Query ?? "").Trim());
            if (caller.SignedIn.Inside is { } inside && request.OrganizationId is { } asked && asked != inside) return new NotFound();
            if (query.Length == 0) return Outcome.Of<IReadOnlyList<SupportContactCandidate>>([]);
            var chosen = request.Chosen ?? await SavedAsync(caller.SignedIn.Inside ?? request.OrganizationId, cancellationToken);
            var ids = chosen.Select(value => Guid.TryParse(value, out var id) ? id : (Guid?)null).OfType<Guid>().ToArray();
            var keys = chosen.Where(value => !Guid.TryParse(value, out _)).Select(EmailAddress.KeyOf).ToArray();
            if (caller.SignedIn.Inside is not { } organization) return Outcome.Of(await UsersAsync(query, ids, keys, request.Limit, cancellationToken));
            var addresses = await db.ListAsync<SupportContactCandidate>(AddressesSql, new { query, organization, keys, request.Limit }, cancellationToken);
            return Outcome.Of(WithTyped(query, keys, addresses));
        }

        private Task<IReadOnlyList<SupportContactCandidate>> UsersAsync(string query, Guid[] ids, string[] keys, int limit, CancellationToken ct) =>
            db.ListByOnePlanAsync<SupportContactCandidate>(UsersSql, new { query, ids, keys, limit, others = keys.Length }, ct);

        private async Task<IReadOnlyList<string>> SavedAsync(Guid? organizationId, CancellationToken ct) => organizationId is null ? [] : await db.ListAsync<string>(
            "select coalesce(account_id::text, email) from support_contacts where organization_id = @organizationId", new { organizationId }, ct);

        /// <summary>What was typed comes first once it is an address, unless it is chosen.</summary>
        private static IReadOnlyList<SupportContactCandidate> WithTyped(string query, string[] keys, IReadOnlyList<SupportContactCandidate> found)
        {
            if (!EmailAddress.TryParse(query, out var typed) || keys.Contains(typed.Key)) return found;
            return [found.FirstOrDefault(one => EmailAddress.KeyOf(one.Email) == typed.Key) ?? new(null, null, typed.Text), .. found.Where(one => EmailAddress.KeyOf(one.Email) != typed.Key)];
        }

        // In each place by the index, the first ones only: enough to find all that are asked for among those whose name and address both hold the letters.
        private static readonly string UsersSql =
            $"""
            select a.id as user_id, a.name, a.email
            from (
              select distinct on (hit.account_id) hit.account_id, hit.place, hit.tail
              from (select contact_key(@query) as typed offset 0) q
              cross join lateral ({From(0)} union all {From(1)} union all {From(2)}) hit
              where q.typed <> ''
              order by hit.account_id, hit.place, hit.tail) best
            join accounts a on a.id = best.account_id
            where a.email_key <> all (@keys) and (length(@query) < {TailLength} or position(contact_key(@query) in contact_key(a.name) || chr(10) || contact_key(a.email)) > 0)
            order by best.place, a.name, a.id
            limit @limit
            """;

        private static string From(int place) =>
            $"""
            (select t.account_id, t.place, t.tail
             from partner_user_tails t
             where t.place = {place}::smallint and t.tail >= left(q.typed, {TailLength}) and t.tail < left(q.typed, {TailLength}) || chr(1114111) and t.account_id <> all (@ids)
             order by t.tail
             limit @limit * 10 + @others)
            """;

        private const string AddressesSql =
            """
            select null::uuid as user_id, max(a.name) as name, min(a.email) as email
            from (
              select name, email, email_key from accounts where organization_id = @organization and status <> 'deactivated'
              union all
              select null, email, email_key from earlier_support_contacts where organization_id = @organization) a
            where a.email_key <> all (@keys) and (position(contact_key(@query) in contact_key(coalesce(a.name, ''))) > 0 or position(contact_key(@query) in contact_key(a.email)) > 0)
            group by a.email_key
            order by a.email_key
            limit @limit
            """;
    }
}
