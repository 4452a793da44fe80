using System.Text.RegularExpressions;
using RemoteSupport.Features.Brand;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Tenants;

/// <summary>What a tenant's address, brand and first admin may be. Each answers what is wrong, or null. No SQL.</summary>
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

    /// <summary>The first of what the brand's own rules say, with what was given.</summary>
    public static TenantRefused? FlawOf(BrandSettings settings) =>
        settings.Flaws().FirstOrDefault() is { } flaw ? new(flaw.Field, $"{flaw.Field} '{flaw.Given}': {flaw.Sentence}") : null;

    public static TenantRefused? FlawOfAdmin(string? email, string? name)
    {
        if (email is null || name is null) return new("adminEmail", "A new tenant needs --name, --admin-email and --admin-name.");
        if (!EmailAddress.TryParse(email, out _)) return new("adminEmail", $"'{email}' is no e-mail address.");
        return FlawOfName(name) is { } flaw ? new("adminName", flaw) : null;
    }

    private static string? FlawOfName(string name) =>
        name.Trim().Length is 0 or > 200 || name.Any(char.IsControl) ? "A name has 1 to 200 characters and no control characters." : null;

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Slug();
}
