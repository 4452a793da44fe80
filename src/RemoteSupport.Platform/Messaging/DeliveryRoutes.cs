using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging.Sms;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>By which servers the current tenant's messages go: its own, else the platform's (DL-3).</summary>
public sealed class DeliveryRoutes(Db db, SecretSealer sealer, MultiTenantContextAccessor tenancy, IOptions<EmailOptions> email, IOptions<SmsOptions> sms)
{
    /// <summary>What a tenant's SMTP password is sealed for.</summary>
    public const string MailPurpose = "delivery/smtp";

    /// <summary>What the secret of a tenant's SMS gateway is sealed for.</summary>
    public const string SmsPurpose = "delivery/sms";

    /// <summary>How e-mail goes; null where there is no server.</summary>
    public async Task<MailRoute?> FindMailAsync()
    {
        var own = await db.FindAsync<MailRow>("select sender, sender_confirmed_at is not null as is_confirmed, smtp_host, smtp_port, smtp_security, smtp_user, smtp_password from delivery_settings");
        var isOwnServer = own?.SmtpHost is not null;
        var sender = own?.Sender is { } wanted && (isOwnServer || own.IsConfirmed || SenderRules.IsOfPlatform(wanted, tenancy.Tenant, email.Value)) ? wanted : email.Value.From;
        var server = isOwnServer ? ServerOf(own!, EmailOptions.DomainOf(sender)) : email.Value.Server;
        return server is null ? null : new MailRoute(server, sender, IsOwnServer: isOwnServer);
    }

    /// <summary>How text messages go; null where there is no gateway.</summary>
    public async Task<SmsRoute?> FindSmsAsync()
    {
        var own = await db.FindAsync<SmsRow>("select sms_gateway, sms_url, sms_user, sms_secret, sms_sender, sms_daily_cap, array_to_string(sms_prefixes, ' ') as prefixes from delivery_settings");
        var platform = sms.Value;
        string[] prefixes = own?.Prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (own is null or { SmsGateway: "platform" })
        {
            var cap = new[] { platform.Gateway.DailyCap, own?.SmsDailyCap }.Min();
            return platform.Server is { } shared ? new SmsRoute(shared, own?.SmsSender ?? platform.Gateway.Sender, cap, prefixes) : null;
        }

        return own.SmsGateway == "none" ? null : new SmsRoute(ServerOf(own), own.SmsSender, own.SmsDailyCap, prefixes);
    }

    private MailServer ServerOf(MailRow row, string helloName) => new()
    {
        Host = row.SmtpHost!,
        Port = row.SmtpPort ?? 587,
        Security = Enum.Parse<SmtpSecurity>(row.SmtpSecurity!, ignoreCase: true),
        User = row.SmtpUser,
        Password = row.SmtpPassword is null ? null : sealer.OpenText(MailPurpose, tenancy.Tenant.Id, row.SmtpPassword),
        HelloName = helloName,
    };

    private SmsServer ServerOf(SmsRow row) => new()
    {
        Protocol = Enum.Parse<SmsProtocol>(row.SmsGateway, ignoreCase: true),
        Url = new Uri(row.SmsUrl!),
        User = row.SmsUser,
        Secret = sealer.OpenText(SmsPurpose, tenancy.Tenant.Id, row.SmsSecret!),
    };

    private sealed record MailRow(string? Sender, bool IsConfirmed, string? SmtpHost, int? SmtpPort, string? SmtpSecurity, string? SmtpUser, byte[]? SmtpPassword);

    private sealed record SmsRow(string SmsGateway, string? SmsUrl, string? SmsUser, byte[]? SmsSecret, string? SmsSender, int? SmsDailyCap, string Prefixes);
}

/// <summary>How e-mail leaves a tenant.</summary>
/// <param name="Server">Which server takes it.</param>
/// <param name="Sender">The address that people see.</param>
/// <param name="IsOwnServer">The tenant's own server, not the platform's.</param>
public sealed record MailRoute(MailServer Server, string Sender, bool IsOwnServer)
{
    /// <summary>The domain that messages are identified under: the sender's.</summary>
    public string Domain => EmailOptions.DomainOf(Sender);
}

/// <summary>How text messages leave a tenant.</summary>
/// <param name="Server">Which gateway takes them.</param>
/// <param name="Sender">What people see as the sender; null leaves it to the gateway.</param>
/// <param name="DailyCap">How many parts may go out a day; null: any number.</param>
/// <param name="Prefixes">How numbers must begin, such as +39; none: any number.</param>
public sealed record SmsRoute(SmsServer Server, string? Sender, int? DailyCap, IReadOnlyList<string> Prefixes);
