using System.Collections.Immutable;

namespace RemoteSupport.Features.Brand;

/// <summary>
/// What a tenant's brand is, or shall be (TN-3). The settings page, the API and the operator's command line all ask <see cref="Flaws"/> before they save one.
/// </summary>
public sealed record BrandSettings
{
    /// <summary>The colour of a tenant until somebody chooses one.</summary>
    public const string DefaultAccent = "#1f5fbf";

    /// <summary>The name that its users see, everywhere.</summary>
    public required string Name { get; init => field = value.Trim(); }

    /// <summary>"#rrggbb".</summary>
    public required string AccentColor { get; init => field = value.Trim().ToLowerInvariant(); }

    /// <summary>Where its users find a person.</summary>
    public required string SupportEmail { get; init => field = value.Trim(); }

    /// <summary>Whom its e-mails come from, where that is not the name.</summary>
    public string? SenderName { get; init => field = WrittenOrNull(value); }

    /// <summary>What stands below pages and e-mails, by language: as many lines as somebody writes. A language without one has none.</summary>
    public IReadOnlyDictionary<string, string> Footers { get; init => field = Written(value); } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where it says who it is.</summary>
    public string? ImprintUrl { get; init => field = WrittenOrNull(value); }

    /// <summary>Where it says how it treats personal data.</summary>
    public string? PrivacyUrl { get; init => field = WrittenOrNull(value); }

    /// <summary>For whoever has chosen none.</summary>
    public required string DefaultLanguage { get; init; }

    /// <summary>What its users may choose from.</summary>
    public required IReadOnlyList<string> Languages { get; init => field = [.. value.Distinct()]; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init => field = value.Trim(); }

    /// <summary>ISO 3166-1, two letters; how phone numbers without a country are read.</summary>
    public required string Country { get; init => field = value.Trim().ToUpperInvariant(); }

    /// <summary>Everything that is wrong with it, each at its field.</summary>
    public IEnumerable<BrandFlaw> Flaws() => BrandRules.FlawsOf(this);

    /// <summary>Each setting that differs, as the audit trail names it.</summary>
    public IEnumerable<(string Field, object? Before, object? After)> ChangesTo(BrandSettings after)
    {
        ArgumentNullException.ThrowIfNull(after);
        (string Field, object? Before, object? After)[] texts =
        [
            ("name", Name, after.Name), ("accentColor", AccentColor, after.AccentColor), ("supportEmail", SupportEmail, after.SupportEmail), ("senderName", SenderName, after.SenderName),
            ("imprintUrl", ImprintUrl, after.ImprintUrl), ("privacyUrl", PrivacyUrl, after.PrivacyUrl), ("country", Country, after.Country),
            ("defaultLanguage", DefaultLanguage, after.DefaultLanguage), ("languages", string.Join(',', Languages), string.Join(',', after.Languages)), ("timeZone", TimeZone, after.TimeZone),
        ];
        return texts.Where(change => !Equals(change.Before, change.After))
            .Concat(FooterLabels.SequenceEqual(after.FooterLabels) ? [] : [("footers", FooterLabels, after.FooterLabels)]);
    }

    private string[] FooterLabels => [.. Footers.OrderBy(footer => footer.Key, StringComparer.Ordinal).Select(footer => $"{footer.Key}: {footer.Value}")];

    private static string? WrittenOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // Browsers send lines with CRLF; in the database and in e-mails a line ends with LF.
    private static ImmutableDictionary<string, string> Written(IReadOnlyDictionary<string, string> texts) =>
        texts.Where(text => !string.IsNullOrWhiteSpace(text.Value)).ToImmutableDictionary(text => text.Key, text => text.Value.ReplaceLineEndings("\n").Trim());
}

/// <summary>Something of a brand cannot be so.</summary>
/// <param name="Field">As forms and the API call it.</param>
/// <param name="Given">What was given.</param>
/// <param name="Sentence">English, a key of the translations.</param>
public sealed record BrandFlaw(string Field, string? Given, string Sentence);
