using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Web;

/// <summary>Chooses the request's language (AC-12): who is signed in, or chose on this browser, before what the browser prefers.</summary>
public sealed class LanguageMiddleware(RequestDelegate next, IHostEnvironment environment)
{
    /// <summary>The choice made before sign-in, without its prefix.</summary>
    public const string Cookie = "language";

    // A tenant's never change in place: a changed one is another object.
    private static readonly ConditionalWeakTable<TenantInfo, IReadOnlyList<SupportedLanguage>> OfTenants = [];

    /// <summary>The middleware's work.</summary>
    public async Task InvokeAsync(HttpContext context, Caller caller, MultiTenantContextAccessor tenancy)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(tenancy);
        using (Choose(context, caller, tenancy.TenantInfo, environment).Use()) await next(context);
    }

    /// <summary>The language of a request that failed, by what is known of it so far.</summary>
    internal static SupportedLanguage LanguageOf(HttpContext context)
    {
        var services = context.RequestServices;
        return Choose(context, services.GetRequiredService<Caller>(), services.GetRequiredService<MultiTenantContextAccessor>().TenantInfo, services.GetRequiredService<IHostEnvironment>());
    }

    private static SupportedLanguage Choose(HttpContext context, Caller caller, TenantInfo? tenant, IHostEnvironment environment)
    {
        var pseudo = environment.IsDevelopment();
        var allowed = tenant is null ? Languages.Allowed([], pseudo) : OfTenants.GetValue(tenant, found => Languages.Allowed(found.Languages, pseudo));
        var fallback = tenant?.DefaultLanguage ?? Languages.English.Code;
        var chosen = (caller.Session ?? caller.Ended?.Session)?.Language;
        var wished = context.Request.Headers.AcceptLanguage.ToString();
        return context.IsApi()
            ? LanguageChoice.ResolveForApi(wished, chosen, fallback, allowed)
            : LanguageChoice.Resolve(chosen ?? HostCookie.Get(context, Cookie), wished, fallback, allowed, (caller.Pass ?? caller.EndedPass?.Pass)?.Language ?? caller.LinkLanguage);
    }
}
