using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>What tests look at, and do in other slices' place.</summary>
internal static class AccessQueries
{
    /// <summary>The grant on which somebody could enter now; null without one.</summary>
    public static async Task<string?> GrantedToEnterAsync(this AccessSteps steps) =>
        (await steps.Tenant.ListAsync<Guid>(
            "select id from organization_access where organization_id = @Organization and state = 'approved' and expires_at > @Now", new { steps.Organization, steps.Tenant.Now })).Cast<Guid?>().SingleOrDefault()?.ToString();

    /// <summary>A tenant's maximum is lowered; nodes hear of it as of any change of the tenant.</summary>
    public static async Task LowerMaximumAsync(this AccessSteps steps, string longest)
    {
        await steps.Tenant.RunAsync("update tenant_settings set longest_access = @longest::interval where tenant_id = @Id", new { longest, steps.Tenant.Id });
        steps.Tenant.Node.Services.GetRequiredService<TenantStore>().Forget();
    }

    /// <summary>As the slice of organizations does it: the row first, then the event, in one transaction.</summary>
    public static Task ChangeManagedByAsync(this AccessSteps steps) =>
        steps.Tenant.InScopeAsync(scope => scope.GetRequiredService<Db>().InTransactionAsync(async () =>
        {
            await scope.GetRequiredService<Db>().RunAsync("update organizations set managed_by = 'service_provider' where id = @Organization", new { steps.Organization });
            await scope.GetRequiredService<IMediator>().Publish(new ManagedByChanged(steps.Organization, "customer", "service_provider", steps.Owner.Id));
        }));
}
