using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Sms;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Turn;

namespace RemoteSupport.Platform.Web;

/// <summary>Puts the platform into a program.</summary>
public static class WebSetup
{
    /// <summary>What every operation needs, whoever sends it: a request, a job, the command line.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<TenancyOptions>(configuration.GetSection("Tenancy"));
        services.Configure<EmailOptions>(configuration.GetSection("Email"));
        services.AddOptions<SmsOptions>().Bind(configuration.GetSection("Sms")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmsOptions>, SmsOptions.Check>();
        services.AddPlatformSecurity();
        services.AddPlatformStorage(configuration);
        services.AddTurn();
        services.AddPoLocalization();
        services.AddSingleton<HostStrategy>().AddSingleton<TenantStore>().AddScoped<MultiTenantContextAccessor>().AddScoped<Links>();
        services.AddScoped<Caller>().AddScoped<SessionEnding>().AddScoped<SessionRecheck>().AddScoped<SessionStore>().AddScoped<PassStore>().AddScoped<ActingSessions>().AddScoped<AccountLinks>().AddScoped<Nobody>().AddScoped<AuditTrail>().AddScoped<LiveEvents>();
        services.AddSingleton(new BuiltInTemplates(Path.Combine(AppContext.BaseDirectory, "resources", "templates")));
        services.AddScoped<DeliveryRoutes>().AddScoped<SmsUsage>().AddScoped<ReportLinks>().AddSingleton<BounceAddress>();
        services.AddSingleton<TemplateCache>().AddSingleton<MessageRenderer>().AddScoped<OwnTemplates>().AddScoped<Outbox>().AddScoped<RecipientWords.Source>();
        return services.AddSingleton<TenantWork>();
    }

    /// <summary>What only a serving node needs: the dispatcher, the node's ear, keys of cookies and forms, limits.</summary>
    public static IServiceCollection AddPlatformWeb(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddLive();
        services.AddSingleton(new OutgoingGate([configuration["Outgoing:Allow"] ?? ""]));
        services.AddSingleton<SmtpTransport>().AddSingleton<IMailTransport>(provider => provider.GetRequiredService<SmtpTransport>()).AddSingleton<MailSender>();
        services.AddSingleton<SmsTransport>().AddSingleton<ServerBreaker>().AddSingleton<OutboxTurns>();
        services.AddScoped<OutboxLease>().AddScoped<DispatchBatch>().AddScoped<IDeliveryLane, MailLane>().AddScoped<IDeliveryLane, SmsLane>();
        services.AddSingleton<Dispatcher>().AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
        services.AddScheduling(configuration);
        services.AddDataProtection().SetApplicationName("RemoteSupport");
        services.AddOptions<KeyManagementOptions>().Configure<Npgsql.NpgsqlDataSource, SecretSealer>((keys, source, sealer) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (new DataProtectionKeys(source), new SealedXml(sealer)));
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormTokens>();
        services.AddAntiforgery(options => options.Cookie = new HostCookie("form"));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie = new HostCookie("notice"));
        services.Configure<ForwardedHeadersOptions>(options => TrustOnly(options, configuration["Proxy:Known"]));
        return services.AddAssets().AddRateLimits(configuration);
    }

    /// <summary>Whose announcements make this node forget its tenants.</summary>
    public static void FollowTenants(this IServiceProvider services)
    {
        var store = services.GetRequiredService<TenantStore>();
        services.GetRequiredService<NotificationListener>().Subscribe("tenant_changed", _ => store.Forget());
    }

    private static void TrustOnly(ForwardedHeadersOptions options, string? known)
    {
        // With nobody known the middleware would believe everybody.
        options.ForwardedHeaders = string.IsNullOrWhiteSpace(known) ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in (known ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            if (proxy.Contains('/', StringComparison.Ordinal)) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else options.KnownProxies.Add(IPAddress.Parse(proxy));
    }
}
