using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Demo;

/// <summary>Finds the names and brands behind the demo's accounts, each inside its own tenant.</summary>
internal sealed class DemoPortals(DemoAccounts accounts, TenantStore store, TenantWork work, IOptions<TenancyOptions> options)
{
    /// <summary>Empty without a demo. Tenants and accounts that are not there any more are left out.</summary>
    public async Task<IReadOnlyList<DemoPortal>> ListAsync(CancellationToken ct)
    {
        var portals = new List<DemoPortal>();
        foreach (var group in (await accounts.ListAsync(ct)).GroupBy(account => account.Tenant))
            if (await store.GetByIdentifierAsync(group.Key, ct) is { IsSuspended: false } tenant) portals.Add(await ReadAsync(tenant, [.. group]));
        return portals;
    }

    private async Task<DemoPortal> ReadAsync(TenantInfo tenant, IReadOnlyList<DemoAccount> known)
    {
        DemoPortal? portal = null;
        await work.RunAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var names = await db.ListAsync<NameRow>(NamesSql, new { emails = known.Select(account => account.Email).ToArray() });
            var logo = await services.GetRequiredService<OutboxLease>().LogoAsync();
            portal = new DemoPortal(tenant, options.Value.UrlOf(tenant), logo?.DataUrl, [.. known.Join(
                names, account => account.Email, row => row.EmailKey, (account, row) => new DemoPerson(account, row.Name, row.Organization))]);
        });
        return portal!;
    }

    private const string NamesSql =
        """
        select a.email_key, a.name, o.name as organization
        from accounts a
        left join organization_gates o on o.id = a.organization_id
        where a.email_key = any(@emails) and a.status = 'active'
        """;

    private sealed record NameRow(string EmailKey, string Name, string? Organization);
}

/// <summary>A tenant of the demo; its logo as a data address, because the page's own host has none.</summary>
internal sealed record DemoPortal(TenantInfo Tenant, string Url, string? Logo, IReadOnlyList<DemoPerson> People);

/// <summary>Somebody as whom one can sign in.</summary>
internal sealed record DemoPerson(DemoAccount Account, string Name, string? Organization);
