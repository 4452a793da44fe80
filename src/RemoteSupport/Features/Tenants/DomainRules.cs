using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Tenants;

/// <summary>What a tenant's own domain may be.</summary>
internal static class DomainRules
{
    /// <summary>What is wrong, or null and the domain as browsers send it: ASCII, lower case, without a dot at its end.</summary>
    public static TenantRefused? Read(string text, string baseDomain, out string domain)
    {
        // The part behind an address's "@" obeys the same rule.
        var isDomain = EmailAddress.TryParse("postmaster@" + text.TrimEnd('.'), out var address);
        domain = address?.Domain ?? "";
        if (!isDomain) return new("domain", $"'{text}' is no domain name, such as help.example.com (no port, no path).");
        return domain == baseDomain || domain.EndsWith("." + baseDomain, StringComparison.Ordinal)
            ? new("domain", $"'{text}' lies in {baseDomain}, where every tenant has its slug already.")
            : null;
    }
}
