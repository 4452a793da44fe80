using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using MediatR;
using RemoteSupport.Features.Organizations.Search;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>The organizations of a list, however many, to be read as they are written out (OR-8). Who takes them all along is in the audit trail.</summary>
[Requires(Permission.Organizations)]
public sealed record ExportOrganizations : IQuery<OrganizationExport>
{
    /// <summary>Only what a search for this finds.</summary>
    public string? Query { get; init; }

    /// <summary>Only those managed by <c>service_provider</c> or <c>customer</c>.</summary>
    [AllowedValues(null, "service_provider", "customer", ErrorMessage = "Organizations are managed by the service provider or by the customer.")]
    public string? ManagedBy { get; init; }

    /// <summary>Only those that are <c>active</c> or <c>suspended</c>.</summary>
    [AllowedValues(null, "active", "suspended", ErrorMessage = "An organization is active or suspended.")]
    public string? Status { get; init; }

    internal sealed class Handler(Db db, AuditTrail audit) : IRequestHandler<ExportOrganizations, Outcome<OrganizationExport>>
    {
        private const int Batch = 1000;

        public async Task<Outcome<OrganizationExport>> Handle(ExportOrganizations request, CancellationToken cancellationToken)
        {
            var scope = new Scope(request.ManagedBy, request.Status);
            var found = await FindAsync(request.Query, scope, cancellationToken);
            await audit.WriteAsync("ExportOrganizations");
            return new OrganizationExport(ReadAsync(scope, found, cancellationToken));
        }

        /// <summary>What a search finds; null without one.</summary>
        private async Task<Guid[]?> FindAsync(string? query, Scope scope, CancellationToken ct)
        {
            if (string.IsNullOrWhiteSpace(query)) return null;
            var hits = new Hits(db, scope, FindOrganizations.MostHits, ct);
            await OrganizationSearch.RunAsync(hits, query.Trim());
            return [.. hits.Found];
        }

        /// <summary>
        /// Batch by batch, each a read of its own: no transaction stays open and no more than one batch is in memory. By id, which never changes, so that
        /// nothing that is renamed meanwhile is left out.
        /// </summary>
        private async IAsyncEnumerable<ExportedOrganization> ReadAsync(Scope scope, Guid[]? found, [EnumeratorCancellation] CancellationToken ct)
        {
            for (var after = Guid.Empty; ;)
            {
                var batch = await db.ListByOnePlanAsync<ExportedOrganization>(
                    found is null ? Sql("o.id > @after") : Sql("o.id > @after and o.id = any(@found)"), new { scope.ManagedBy, scope.Statuses, after, found, Batch }, ct);
                foreach (var organization in batch) yield return organization;
                if (batch.Count < Batch) yield break;
                after = batch[^1].Id;
            }
        }

        private static string Sql(string condition) =>
            $"""
            select o.id, o.name, o.customer_reference,
                   array(select n.number from organization_numbers n where n.organization_id = o.id order by n.number) as numbers,
                   o.country, o.language, o.time_zone, o.managed_by, o.status, owner.name as owner_name, owner.email as owner_email,
                   array(select c.email from support_contact_addresses c where c.organization_id = o.id order by c.position) as support_contacts
            from organizations o
            left join accounts owner on owner.organization_id = o.id and owner.role = 'owner' and owner.status <> 'deactivated'
            where {condition} and o.managed_by = any(@ManagedBy) and o.status = any(@Statuses)
            order by o.id
            limit @Batch
            """;
    }
}

/// <summary>The organizations, the oldest first, read while they are enumerated.</summary>
public sealed record OrganizationExport(IAsyncEnumerable<ExportedOrganization> Organizations);

/// <summary>An organization as a line of the file.</summary>
public sealed record ExportedOrganization(
    Guid Id, string Name, string? CustomerReference, IReadOnlyList<string> Numbers, string Country, string Language, string TimeZone, string ManagedBy, string Status,
    string? OwnerName, string? OwnerEmail, IReadOnlyList<string> SupportContacts);
