using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace RemoteSupport.Features.Brand;

/// <summary>A tenant's brand as it is (TN-3).</summary>
/// <param name="Name">The name that its users see, everywhere.</param>
/// <param name="AccentColor">"#rrggbb".</param>
/// <param name="SupportEmail">Where its users find a person.</param>
/// <param name="SenderName">Whom its e-mails come from, where that is not the name.</param>
/// <param name="Footers">What stands below pages and e-mails, by language.</param>
/// <param name="ImprintUrl">Where it says who it is.</param>
/// <param name="PrivacyUrl">Where it says how it treats personal data.</param>
/// <param name="DefaultLanguage">For whoever has chosen none.</param>
/// <param name="Languages">What its users may choose from.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Country">ISO 3166-1, two letters.</param>
/// <param name="HasLogo">Whether it has a logo of its own.</param>
/// <param name="HasIcon">Whether it has an icon of its own; else its initial stands for it.</param>
/// <param name="Version">Part of the addresses of its pictures and colours.</param>
public sealed record BrandAnswer(
    string Name, string AccentColor, string SupportEmail, string? SenderName, IReadOnlyDictionary<string, string> Footers, string? ImprintUrl, string? PrivacyUrl,
    string DefaultLanguage, IReadOnlyList<string> Languages, string TimeZone, string Country, bool HasLogo, bool HasIcon, long Version)
{
    private const int Bytes = 12;

    /// <summary>What of it can be changed as text.</summary>
    internal BrandSettings Settings => new()
    {
        Name = Name, AccentColor = AccentColor, SupportEmail = SupportEmail, SenderName = SenderName, Footers = Footers, ImprintUrl = ImprintUrl, PrivacyUrl = PrivacyUrl,
        DefaultLanguage = DefaultLanguage, Languages = Languages, TimeZone = TimeZone, Country = Country,
    };

    /// <summary>
    /// A short sign of what stands in its fields. A form carries the sign of what its reader saw, so that of two people who save at once the second is told. Pictures have
    /// forms of their own and do not count.
    /// </summary>
    internal string Sign()
    {
        var footers = Footers.OrderBy(footer => footer.Key, StringComparer.Ordinal).SelectMany(footer => new[] { footer.Key, footer.Value });
        string?[] fields = [Name, AccentColor, SupportEmail, SenderName, ImprintUrl, PrivacyUrl, DefaultLanguage, string.Join(',', Languages), TimeZone, Country, .. footers];
        return Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(fields)).AsSpan(0, Bytes));
    }
}
