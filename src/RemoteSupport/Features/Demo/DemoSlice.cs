using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Demo;

internal static class DemoSlice
{
    /// <summary>The demo's start page answers on the base domain only: there it goes before the home page of the same path.</summary>
    public static IServiceCollection AddDemoStart(this IServiceCollection services)
    {
        services.AddOptions<RazorPagesOptions>().Configure<IOptions<TenancyOptions>>((pages, tenancy) => pages.Conventions.AddPageApplicationModelConvention(
            "/Demo/DemoStart", model => model.EndpointMetadata.Add(new HostAttribute(tenancy.Value.BaseDomain))));
        return services.AddSingleton<DemoAccounts>().AddSingleton<DemoPortals>();
    }
}
