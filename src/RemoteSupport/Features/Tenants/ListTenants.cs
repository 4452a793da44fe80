using MediatR;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Tenants;

/// <summary>The operator sees all tenants, by slug (TN-4).</summary>
[OperatorOnly]
internal sealed record ListTenants : IQuery<IReadOnlyList<ListedTenant>>
{
    internal sealed class Handler(Db db, IOptions<TenancyOptions> options) : IRequestHandler<ListTenants, Outcome<IReadOnlyList<ListedTenant>>>
    {
        public async Task<Outcome<IReadOnlyList<ListedTenant>>> Handle(ListTenants request, CancellationToken cancellationToken)
        {
            var tenants = await db.ListAsync<TenantRecord>(TenantRecord.Sql + "order by t.slug collate \"C\"", ct: cancellationToken);
            return Outcome.Of<IReadOnlyList<ListedTenant>>([.. tenants.Select(Listed)]);
        }

        private ListedTenant Listed(TenantRecord tenant) => new(
            tenant.Slug, tenant.Id, tenant.Name, tenant.Status, options.Value.UrlOf(tenant.ToInfo()), tenant.DomainNames, tenant.DefaultLanguage,
            tenant.Languages.Split(','), tenant.Country, tenant.TimeZone, tenant.AccentColor, tenant.SupportEmail, tenant.CreatedAt);
    }
}

/// <summary>A line of the list; its primary domain, if any, stands first.</summary>
internal sealed record ListedTenant(
    string Slug, Guid Id, string Name, string Status, string Url, IReadOnlyList<string> Domains, string Language, IReadOnlyList<string> Languages,
    string Country, string TimeZone, string Accent, string SupportEmail, DateTimeOffset CreatedAt);
