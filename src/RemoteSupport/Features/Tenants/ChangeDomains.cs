using MediatR;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Tenants;

/// <summary>What is to be done with a tenant's domain.</summary>
internal enum DomainChange
{
    /// <summary>The tenant answers there, too.</summary>
    Add,

    /// <summary>Not any more.</summary>
    Remove,

    /// <summary>Links in messages begin with it.</summary>
    Primary,
}

/// <summary>The operator gives a tenant a domain of its own, takes it away, or lets links begin with it (TN-1).</summary>
[OperatorOnly]
internal sealed record ChangeDomains(string Slug, string Domain, DomainChange Change) : ICommand<TenantChanged>
{
    internal sealed class Handler(Db db, TenantFence fence, AuditTrail audit, IOptions<TenancyOptions> options) : IRequestHandler<ChangeDomains, Outcome<TenantChanged>>
    {
        public async Task<Outcome<TenantChanged>> Handle(ChangeDomains request, CancellationToken cancellationToken)
        {
            if (DomainRules.Read(request.Domain, options.Value.BaseDomain, out var domain) is { } flaw) return flaw;
            if (await fence.EnterAsync(request.Slug) is not { } tenant) return new NoSuchTenant(request.Slug);
            audit.Target("tenant", tenant.Id, tenant.Name);
            return request.Change switch
            {
                DomainChange.Add => await AddAsync(tenant, domain),
                DomainChange.Remove => await RemoveAsync(tenant, domain),
                _ => await MakePrimaryAsync(tenant, domain),
            };
        }

        private async Task<Outcome<TenantChanged>> AddAsync(TenantRecord tenant, string domain)
        {
            var added = await db.RunAsync("insert into tenant_domains (domain, tenant_id) values (@domain, @Id) on conflict (domain) do nothing", new { domain, tenant.Id });
            if (added == 1) return Changed(tenant, "domain", null, domain);
            return tenant.DomainNames.Contains(domain) ? Unchanged(tenant) : new DomainTaken(domain);
        }

        private async Task<Outcome<TenantChanged>> RemoveAsync(TenantRecord tenant, string domain)
        {
            var removed = await db.RunAsync("delete from tenant_domains where domain = @domain and tenant_id = @Id", new { domain, tenant.Id });
            return removed == 1 ? Changed(tenant, "domain", domain, null) : Unchanged(tenant);
        }

        private async Task<Outcome<TenantChanged>> MakePrimaryAsync(TenantRecord tenant, string domain)
        {
            if (!tenant.DomainNames.Contains(domain)) return new NoSuchDomain(tenant.Slug, domain);
            var before = tenant.ToInfo().PrimaryDomain;
            if (before == domain) return Unchanged(tenant);
            await db.RunAsync("update tenant_domains set is_primary = false where tenant_id = @Id and is_primary", new { tenant.Id });
            await db.RunAsync("update tenant_domains set is_primary = true where domain = @domain and tenant_id = @Id", new { domain, tenant.Id });
            return Changed(tenant, "primaryDomain", before, domain);
        }

        private TenantChanged Unchanged(TenantRecord tenant)
        {
            audit.Nothing();
            return new TenantChanged(tenant.Slug, IsChanged: false);
        }

        private TenantChanged Changed(TenantRecord tenant, string field, string? before, string? after)
        {
            audit.Changed(field, before, after);
            return new TenantChanged(tenant.Slug, IsChanged: true);
        }
    }
}
