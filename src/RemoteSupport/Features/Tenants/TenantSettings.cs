namespace RemoteSupport.Features.Tenants;

/// <summary>What an operator may set, as it is or shall be.</summary>
internal sealed record TenantSettings(
    string Name, string AccentColor, string SupportEmail, string Country, string DefaultLanguage, string Languages, string TimeZone)
{
    public const string DefaultAccent = "#1f5fbf";

    /// <summary>What a new tenant has where nothing else is asked for.</summary>
    public static TenantSettings For(CreateTenant asked) =>
        new TenantSettings(asked.Name ?? "", DefaultAccent, asked.AdminEmail ?? "", "IT", asked.Language ?? "en", "en,it,es,de", "Europe/Rome").With(asked);

    public static TenantSettings Of(TenantRecord tenant) =>
        new(tenant.Name, tenant.AccentColor, tenant.SupportEmail, tenant.Country, tenant.DefaultLanguage, tenant.Languages, tenant.TimeZone);

    /// <summary>Only what is given replaces what is there.</summary>
    public TenantSettings With(CreateTenant asked) => new(
        asked.Name ?? Name, asked.AccentColor?.ToLowerInvariant() ?? AccentColor, asked.SupportEmail ?? SupportEmail, asked.Country?.ToUpperInvariant() ?? Country,
        asked.Language ?? DefaultLanguage, asked.Languages is { } languages ? string.Join(',', languages.Distinct()) : Languages, asked.TimeZone ?? TimeZone);

    /// <summary>Each setting that differs, as the audit trail names it.</summary>
    public IEnumerable<(string Field, string Before, string After)> ChangesTo(TenantSettings after)
    {
        (string Field, string Before, string After)[] all =
        [
            ("name", Name, after.Name), ("accentColor", AccentColor, after.AccentColor), ("supportEmail", SupportEmail, after.SupportEmail),
            ("country", Country, after.Country), ("defaultLanguage", DefaultLanguage, after.DefaultLanguage), ("languages", Languages, after.Languages),
            ("timeZone", TimeZone, after.TimeZone),
        ];
        return all.Where(change => change.Before != change.After);
    }
}
