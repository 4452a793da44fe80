using RemoteSupport.Features.Brand;

namespace RemoteSupport.Features.Tenants;

/// <summary>The brand that an operator asks for, over what is there. What only the tenant's admins set (sender, footers, links) is not the operator's to change.</summary>
internal static class TenantSettings
{
    /// <summary>What a new tenant has where nothing else is asked for.</summary>
    public static BrandSettings For(CreateTenant asked) => new BrandSettings
    {
        Name = "", AccentColor = BrandSettings.DefaultAccent, SupportEmail = asked.AdminEmail ?? "", Country = "IT", DefaultLanguage = "en",
        Languages = ["en", "it", "es", "de"], TimeZone = "Europe/Rome",
    }.With(asked);

    public static BrandSettings Of(TenantRecord tenant) => new()
    {
        Name = tenant.Name, AccentColor = tenant.AccentColor, SupportEmail = tenant.SupportEmail, Country = tenant.Country, DefaultLanguage = tenant.DefaultLanguage,
        Languages = tenant.Languages.Split(','), TimeZone = tenant.TimeZone,
    };

    /// <summary>Only what is given replaces what is there.</summary>
    public static BrandSettings With(this BrandSettings brand, CreateTenant asked) => brand with
    {
        Name = asked.Name ?? brand.Name,
        AccentColor = asked.AccentColor ?? brand.AccentColor,
        SupportEmail = asked.SupportEmail ?? brand.SupportEmail,
        Country = asked.Country ?? brand.Country,
        DefaultLanguage = asked.Language ?? brand.DefaultLanguage,
        Languages = asked.Languages ?? brand.Languages,
        TimeZone = asked.TimeZone ?? brand.TimeZone,
    };
}
