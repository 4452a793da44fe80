using System.Text.RegularExpressions;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Tenants;

/// <summary>What a tenant's name, address and brand may be. Each answers what is wrong, or null. No SQL.</summary>
internal static partial class TenantRules
{
    // Names that people, mail programs and certificates take for the platform's own.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "www", "api", "app", "admin", "root", "mail", "smtp", "imap", "pop", "webmail", "autoconfig", "autodiscover", "mta-sts", "ns1", "ns2",
        "dns", "ftp", "cdn", "static", "assets", "media", "turn", "stun", "status", "health", "dev", "docs", "support", "security", "localhost",
    };

    public static TenantRefused? FlawOfSlug(string slug)
    {
        if (!Slug().IsMatch(slug)) return new("slug", $"'{slug}' is no slug: up to 63 lower-case letters, digits and hyphens, neither first nor last a hyphen.");
        if (slug is [_, _, '-', '-', ..]) return new("slug", $"'{slug}' looks like an internationalized name: the third and fourth character may not both be hyphens.");
        return Reserved.Contains(slug) ? new("slug", $"'{slug}' is reserved.") : null;
    }

    public static TenantRefused? FlawOf(TenantSettings settings)
    {
        var languages = settings.Languages.Split(',');
        if (FlawOfName(settings.Name) is { } name) return new("name", name);
        if (!Accent().IsMatch(settings.AccentColor)) return new("accent", $"'{settings.AccentColor}' is no colour: # and six hexadecimal digits, such as #2e7d32.");
        if (!EmailAddress.TryParse(settings.SupportEmail, out _)) return new("supportEmail", $"'{settings.SupportEmail}' is no e-mail address.");
        if (!Country().IsMatch(settings.Country)) return new("country", $"'{settings.Country}' is no country: two letters (ISO 3166-1), such as IT.");
        if (languages.FirstOrDefault(code => !IsLanguage(code)) is { } unknown) return new("languages", $"'{unknown}' is not one of the languages en, it, es, de.");
        if (!languages.Contains(settings.DefaultLanguage)) return new("language", $"The language '{settings.DefaultLanguage}' is not among the tenant's languages ({settings.Languages}).");
        return TimeZones.IsKnown(settings.TimeZone) ? null : new("timeZone", $"'{settings.TimeZone}' is no time zone: an IANA name such as Europe/Rome.");
    }

    public static TenantRefused? FlawOfAdmin(string? email, string? name)
    {
        if (email is null || name is null) return new("adminEmail", "A new tenant needs --name, --admin-email and --admin-name.");
        if (!EmailAddress.TryParse(email, out _)) return new("adminEmail", $"'{email}' is no e-mail address.");
        return FlawOfName(name) is { } flaw ? new("adminName", flaw) : null;
    }

    private static string? FlawOfName(string name) =>
        name.Trim().Length is 0 or > 200 || name.Any(char.IsControl) ? "A name has 1 to 200 characters and no control characters." : null;

    // Compared exactly: the database knows no "EN".
    private static bool IsLanguage(string code) => Languages.All.Any(language => language.Code == code);

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^#[0-9a-f]{6}\z")]
    private static partial Regex Accent();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();
}
