using System.Text.RegularExpressions;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Brand;

/// <summary>What may stand in a brand's fields (TN-3). No SQL, no HTTP.</summary>
internal static partial class BrandRules
{
    private const int LongestName = 200;
    private const int LongestSender = 100;
    private const int LongestFooter = 500;
    private const int LongestAddress = 500;

    public static IEnumerable<BrandFlaw> FlawsOf(BrandSettings brand)
    {
        if (FlawOfName(brand.Name) is { } name) yield return new("name", brand.Name, name);
        if (!Accent().IsMatch(brand.AccentColor)) yield return new("accentColor", brand.AccentColor, Sentence.Of("Enter a colour as # and six hexadecimal digits, such as #2e7d32."));
        if (!EmailAddress.TryParse(brand.SupportEmail, out _)) yield return new("supportEmail", brand.SupportEmail, Sentence.Of("Enter a valid e-mail address."));
        if (brand.SenderName is { } sender && (sender.Length > LongestSender || !OneLine().IsMatch(sender)))
            yield return new("senderName", sender, Sentence.Of("A sender's name is one line of 100 characters at most."));
        foreach (var flaw in FlawsOfFooters(brand.Footers).Concat(FlawsOfLinks(brand)).Concat(FlawsOfLanguages(brand))) yield return flaw;
        if (!TimeZones.IsKnown(brand.TimeZone)) yield return new("timeZone", brand.TimeZone, Sentence.Of("Choose a time zone from the list."));
        if (!Country().IsMatch(brand.Country)) yield return new("country", brand.Country, Sentence.Of("Choose a country by its two letters, such as IT."));
    }

    private static string? FlawOfName(string name) => name switch
    {
        "" => Sentence.Of("Enter a name."),
        { Length: > LongestName } => Sentence.Of("A name can have 200 characters at most."),
        _ => OneLine().IsMatch(name) ? null : Sentence.Of("A name is one line of text."),
    };

    private static IEnumerable<BrandFlaw> FlawsOfFooters(IReadOnlyDictionary<string, string> footers)
    {
        foreach (var (language, text) in footers)
        {
            var field = $"footers[{language}]";
            if (!IsLanguage(language)) yield return new(field, text, Sentence.Of("Choose one of the languages on offer."));
            else if (text.Length > LongestFooter) yield return new(field, text, Sentence.Of("A footer can have 500 characters at most."));
            else if (!Lines().IsMatch(text)) yield return new(field, text, Sentence.Of("A footer is plain text."));
        }
    }

    private static IEnumerable<BrandFlaw> FlawsOfLinks(BrandSettings brand) =>
        from link in new[] { ("imprintUrl", brand.ImprintUrl), ("privacyUrl", brand.PrivacyUrl) }
        where link.Item2 is not null && !IsPublicAddress(link.Item2)
        select new BrandFlaw(link.Item1, link.Item2, Sentence.Of("Enter the whole address of a page, beginning with https://."));

    private static IEnumerable<BrandFlaw> FlawsOfLanguages(BrandSettings brand)
    {
        if (brand.Languages.Count == 0) yield return new("languages", null, Sentence.Of("Choose at least one language."));
        else if (brand.Languages.FirstOrDefault(code => !IsLanguage(code)) is { } unknown) yield return new("languages", unknown, Sentence.Of("Choose one of the languages on offer."));
        else if (!brand.Languages.Contains(brand.DefaultLanguage)) yield return new("defaultLanguage", brand.DefaultLanguage, Sentence.Of("The default language has to be one of those that people can choose."));
    }

    // No user in front of the host that could pass for it; the host obeys the rule for what stands behind an e-mail address's "@".
    private static bool IsPublicAddress(string text) =>
        text.Length <= LongestAddress && text.StartsWith("https://", StringComparison.Ordinal) && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && EmailAddress.TryParse("postmaster@" + address.IdnHost, out _);

    // Compared exactly: the database knows no "EN".
    private static bool IsLanguage(string code) => Languages.All.Any(language => language.Code == code);

    [GeneratedRegex(@"^[^\p{Cc}\p{Zl}\p{Zp}]*\z")]
    private static partial Regex OneLine();

    [GeneratedRegex(@"^[^\p{Cc}]*(\n[^\p{Cc}]*)*\z")]
    private static partial Regex Lines();

    [GeneratedRegex(@"^#[0-9a-f]{6}\z")]
    private static partial Regex Accent();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();
}
