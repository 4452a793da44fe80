using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Web;

/// <summary>Chooses the request's language (AC-12): who is signed in, or chose on this browser, before what the browser prefers.</summary>
public sealed class LanguageMiddleware(RequestDelegate next)
{
    /// <summary>The choice made before sign-in, without its prefix.</summary>
    public const string Cookie = "language";

    /// <summary>The middleware's work.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        using (LanguageOf(context).Use()) await next(context);
    }

    /// <summary>The language of a request, by what is known of it so far.</summary>
    public static SupportedLanguage LanguageOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var services = context.RequestServices;
        var (tenant, session) = (services.GetRequiredService<MultiTenantContextAccessor>().TenantInfo, services.GetRequiredService<Caller>().Session);
        var pseudo = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var allowed = Languages.Allowed(tenant?.Languages ?? [.. Languages.All.Select(language => language.Code)], pseudo);
        var fallback = tenant?.DefaultLanguage ?? Languages.English.Code;
        var wished = context.Request.Headers.AcceptLanguage.ToString();
        return context.IsApi()
            ? LanguageChoice.ResolveForApi(wished, session?.Language, fallback, allowed)
            : LanguageChoice.Resolve(session?.Language ?? HostCookie.Get(context, Cookie), wished, fallback, allowed);
    }
}
