using RemoteSupport.Features.Tenants;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenants;

/// <summary>How much a tenant may keep is the operator's to say (ML-1).</summary>
[Trait("Behaviour", "ML-1")]
public sealed class MediaQuotaTests
{
    [Fact]
    public async Task The_operator_sets_it_once_and_the_audit_trail_holds_it()
    {
        var tenant = await TestTenant.CreateAsync();
        Assert.True((await Operator.SendAsync(new SetMediaQuota(tenant.Slug, 25))).Value!.IsChanged);
        Assert.False((await Operator.SendAsync(new SetMediaQuota(tenant.Slug, 25))).Value!.IsChanged);
        Assert.Equal(25L << 30, await tenant.SingleAsync<long>("select media_quota from tenant_settings"));
        Assert.Equal(["SetMediaQuota"], await tenant.ListAsync<string>("select action from audit_events"));
        Assert.IsType<NoSuchTenant>((await Operator.SendAsync(new SetMediaQuota("nobody-has-this", 25))).Refusal);
        Assert.IsType<TenantRefused>((await Operator.SendAsync(new SetMediaQuota(tenant.Slug, 0))).Refusal);
    }
}
