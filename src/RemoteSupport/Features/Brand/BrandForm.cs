namespace RemoteSupport.Features.Brand;

/// <summary>What a tenant admin types about the brand.</summary>
public sealed record BrandForm
{
    /// <summary>The name that users see.</summary>
    public string? Name { get; init; }

    /// <summary>"#rrggbb".</summary>
    public string? AccentColor { get; init; }

    /// <summary>Where users find a person.</summary>
    public string? SupportEmail { get; init; }

    /// <summary>Whom e-mails come from.</summary>
    public string? SenderName { get; init; }

    /// <summary>By language.</summary>
    public Dictionary<string, string?> Footers { get; init; } = [];

    /// <summary>An address.</summary>
    public string? ImprintUrl { get; init; }

    /// <summary>An address.</summary>
    public string? PrivacyUrl { get; init; }

    /// <summary>For whoever has chosen none.</summary>
    public string? DefaultLanguage { get; init; }

    /// <summary>Those that are ticked.</summary>
    public IReadOnlyList<string?>? Languages { get; init; }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Two letters.</summary>
    public string? Country { get; init; }

    /// <summary>The sign of what stood there when the form was opened.</summary>
    public string? Seen { get; init; }

    /// <summary>What stands there now, where somebody else has saved meanwhile: shown beside what is typed.</summary>
    internal BrandForm? Now { get; init; }

    /// <summary>The footer to show as an example: of the reader's language, else the first that is written.</summary>
    internal string? FooterFor(string language) => Footers.GetValueOrDefault(language) ?? Footers.Values.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>With a footer's field for each language, whatever came in.</summary>
    internal BrandForm Whole() => this with { Footers = Platform.Localization.Languages.All.ToDictionary(language => language.Code, language => Footers.GetValueOrDefault(language.Code)) };

    /// <summary>A brand as it is, to be changed.</summary>
    internal static BrandForm Of(BrandAnswer brand) => new BrandForm
    {
        Name = brand.Name, AccentColor = brand.AccentColor, SupportEmail = brand.SupportEmail, SenderName = brand.SenderName,
        Footers = brand.Footers.ToDictionary(footer => footer.Key, footer => (string?)footer.Value), ImprintUrl = brand.ImprintUrl, PrivacyUrl = brand.PrivacyUrl,
        DefaultLanguage = brand.DefaultLanguage, Languages = brand.Languages, TimeZone = brand.TimeZone, Country = brand.Country, Seen = brand.Sign(),
    }.Whole();

    /// <summary>All of it, to be saved.</summary>
    internal ChangeBrand ToChange() => new()
    {
        Name = Name, AccentColor = AccentColor, SupportEmail = SupportEmail, SenderName = SenderName, Footers = Footers, ImprintUrl = ImprintUrl, PrivacyUrl = PrivacyUrl,
        DefaultLanguage = DefaultLanguage, Languages = Languages ?? [], TimeZone = TimeZone, Country = Country, Seen = [Seen ?? ""],
    };
}
