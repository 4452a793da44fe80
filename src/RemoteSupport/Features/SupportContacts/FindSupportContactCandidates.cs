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
            var query = (request.Query ?? "").Trim();
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
            db.ListAsync<SupportContactCandidate>(UsersSql, new { query, ids, keys, limit }, ct);

        private async Task<IReadOnlyList<string>> SavedAsync(Guid? organizationId, CancellationToken ct) => organizationId is null ? [] : await db.ListAsync<string>(
            "select coalesce(account_id::text, email) from support_contacts where organization_id = @organizationId", new { organizationId }, ct);

        /// <summary>What was typed comes first once it is an address, unless it is chosen.</summary>
        private static IReadOnlyList<SupportContactCandidate> WithTyped(string query, string[] keys, IReadOnlyList<SupportContactCandidate> found)
        {
            if (!EmailAddress.TryParse(query, out var typed) || keys.Contains(typed.Key)) return found;
            return [found.FirstOrDefault(one => EmailAddress.KeyOf(one.Email) == typed.Key) ?? new(null, null, typed.Text), .. found.Where(one => EmailAddress.KeyOf(one.Email) != typed.Key)];
        }

        private const string UsersSql =
            """
            select a.id as user_id, a.name, a.email
            from accounts a
            cross join lateral (select position(fold(@query) in fold(a.name)) as in_name, position(fold(@query) in fold(a.email)) as in_email) at
            where a.kind = 'partner' and a.status = 'active' and a.id <> all (@ids) and a.email_key <> all (@keys) and at.in_name + at.in_email > 0
            order by at.in_name <> 1 and at.in_email <> 1, a.name, a.id
            limit @limit
            """;

        private const string AddressesSql =
            """
            select null::uuid as user_id, max(a.name) as name, min(a.email) as email
            from (
              select name, email, email_key from accounts where organization_id = @organization and status <> 'deactivated'
              union all
              select null, email, email_key from earlier_support_contacts where organization_id = @organization) a
            where a.email_key <> all (@keys) and (position(fold(@query) in fold(coalesce(a.name, ''))) > 0 or position(fold(@query) in fold(a.email)) > 0)
            group by a.email_key
            order by a.email_key
            limit @limit
            """;
    }
}
