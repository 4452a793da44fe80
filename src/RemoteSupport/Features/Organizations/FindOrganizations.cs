using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Organizations.Search;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Organizations of the tenant: those that fit a query, best match first (RA-1), or without one all of them by name.
/// </summary>
[Requires(Permission.Organizations)]
public sealed record FindOrganizations : IQuery<FoundOrganizations>
{
    /// <summary>An id, or a part of a name, a customer reference or a number.</summary>
    public string? Query { get; init; }

    /// <summary>Only those managed by <c>service_provider</c> or <c>customer</c>.</summary>
    [AllowedValues(null, "service_provider", "customer", ErrorMessage = "Organizations are managed by the service provider or by the customer.")]
    public string? ManagedBy { get; init; }

    /// <summary>Only those that are <c>active</c> or <c>suspended</c>.</summary>
    [AllowedValues(null, "active", "suspended", ErrorMessage = "An organization is active or suspended.")]
    public string? Status { get; init; }

    /// <summary>How many at most; a query finds no more than 20.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before ended; a query has one page.</summary>
    public string? Cursor { get; init; }

    /// <summary>So many a query finds.</summary>
    internal const int MostHits = 20;

    internal sealed class Handler(Db db, IStringLocalizer localizer, TimeProvider clock) : IRequestHandler<FindOrganizations, Outcome<FoundOrganizations>>
    {
        public async Task<Outcome<FoundOrganizations>> Handle(FindOrganizations request, CancellationToken cancellationToken)
        {
            var scope = new Scope(request.ManagedBy, request.Status);
            if (string.IsNullOrWhiteSpace(request.Query)) return await ListAsync(request, scope, cancellationToken);
            var hits = new Hits(db, scope, Math.Min(request.Limit, MostHits), cancellationToken);
            await OrganizationSearch.RunAsync(hits, request.Query.Trim());
            return new FoundOrganizations(await ShowAsync(hits.Found, cancellationToken), null);
        }

        private async Task<Outcome<FoundOrganizations>> ListAsync(FindOrganizations request, Scope scope, CancellationToken ct)
        {
            if (!ListPlace.TryRead(request.Cursor, out var after)) return ValidationFailed.At("cursor", localizer["The list does not go on from here. Please start it again."]);
            var places = await db.ListByOnePlanAsync<ListPlace>(
                PageSql, new { scope.ManagedBy, scope.Statuses, after.NameKey, after.Id, rows = request.Limit + 1 }, ct);
            var shown = places.Take(request.Limit).ToList();
            return new FoundOrganizations(await ShowAsync([.. shown.Select(place => place.Id)], ct), places.Count > shown.Count ? shown[^1].ToString() : null);
        }

        private async Task<IReadOnlyList<FoundOrganization>> ShowAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
        {
            if (ids.Count == 0) return [];
            var rows = (await db.ListByOnePlanAsync<FoundRow>(ShowSql, new { ids, now = clock.GetUtcNow() }, ct)).ToDictionary(row => row.Id);
            return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToFound())];
        }

        // Each kind and status is a stretch of the index by name, so that a page costs the same however few organizations it is narrowed to.
        private const string PageSql =
            """
            select o.name_key, o.id
            from unnest(@ManagedBy) m (managed_by)
            cross join unnest(@Statuses) s (status)
            cross join lateral (
              select o.name_key, o.id
              from organizations o
              where o.managed_by = m.managed_by and o.status = s.status and (o.name_key, o.id) > (@NameKey, @Id)
              order by o.name_key, o.id
              limit @rows) o
            order by o.name_key, o.id
            limit @rows
            """;

        private const string ShowSql =
            $"""
            select o.id, o.name, o.customer_reference,
                   array(select n.number from organization_numbers n where n.organization_id = o.id order by n.number) as numbers,
                   o.managed_by, o.status, o.country, o.language, o.time_zone, o.created_by,
                   a.id as access_id, a.state as access_state, requester.name as access_by, a.created_at as access_at, a.expires_at as access_until
            from organizations o
            {AccessAnswer.Join}
            where o.id = any(@ids)
            """;

        private sealed record FoundRow(
            Guid Id, string Name, string? CustomerReference, IReadOnlyList<string> Numbers, string ManagedBy, string Status, string Country, string Language, string TimeZone,
            string CreatedBy, Guid? AccessId, string? AccessState, string? AccessBy, DateTimeOffset? AccessAt, DateTimeOffset? AccessUntil)
        {
            public FoundOrganization ToFound() => new(
                Id, Name, CustomerReference, Numbers, ManagedBy, Status, AccessAnswer.Of(ManagedBy, AccessId, AccessState, AccessBy, AccessAt, AccessUntil),
                Country, Language, TimeZone, CreatedBy);
        }
    }
}

/// <summary>A page of organizations, and where the next one begins.</summary>
public sealed record FoundOrganizations(IReadOnlyList<FoundOrganization> Organizations, string? Next);

/// <summary>An organization in a list.</summary>
public sealed record FoundOrganization(
    Guid Id, string Name, string? CustomerReference, IReadOnlyList<string> Numbers, string ManagedBy, string Status, AccessAnswer Access,
    string Country, string Language, string TimeZone, string CreatedBy);
