using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>What templates see of the tenant's brand, as "brand.name" and so on (TN-3).</summary>
/// <param name="Name">The name that its users see.</param>
/// <param name="SupportEmail">Where they find a person.</param>
/// <param name="AccentColor">"#rrggbb".</param>
/// <param name="OnAccent">White or black.</param>
/// <param name="HasLogo">Whether there is a picture cid:logo.</param>
/// <param name="Footer">The lines of the footer in the message's language; none where the tenant wrote none in it.</param>
/// <param name="ImprintUrl">The address of that page, if there is one.</param>
/// <param name="PrivacyUrl">The same.</param>
public sealed record BrandValues(string Name, string SupportEmail, string AccentColor, string OnAccent, bool HasLogo, IReadOnlyList<string> Footer, string? ImprintUrl, string? PrivacyUrl)
{
    /// <summary>The values of a tenant, for a message in a language.</summary>
    public static BrandValues Of(TenantInfo tenant, SupportedLanguage language)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(language);
        return new(
            tenant.Name, tenant.SupportEmail, tenant.AccentColor, Web.BrandColors.TextOn(tenant.AccentColor), tenant.HasLogo,
            tenant.Footers.GetValueOrDefault(language.Code)?.Split('\n') ?? [], tenant.ImprintUrl, tenant.PrivacyUrl);
    }
}
