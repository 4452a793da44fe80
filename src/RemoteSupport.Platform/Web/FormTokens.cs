using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Web;

/// <summary>Binds a form's antiforgery token to the tenant and the session that it was made for.</summary>
internal sealed class FormTokens : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => BoundTo(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == BoundTo(context);

    private static string BoundTo(HttpContext context)
    {
        var caller = context.RequestServices.GetRequiredService<Caller>();
        var session = (caller.Session ?? caller.Ended?.Session)?.Id ?? (caller.Pass ?? caller.EndedPass?.Pass)?.Id;
        return $"{context.RequestServices.GetRequiredService<MultiTenantContextAccessor>().TenantInfo?.Id}/{session}";
    }
}
