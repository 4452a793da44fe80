using RemoteSupport.Platform.Localization;
using RemoteSupport.Tests.Architecture;

namespace RemoteSupport.Tests.Localization;

/// <summary>The product's PO files against the sentences of its sources. What fails prints what to paste or mend.</summary>
[Trait("Behaviour", "AC-12")]
public sealed class CatalogueTests
{
    private static readonly Lazy<KeyScanner> Sources = new(Scan);

    public static TheoryData<string> Translated =>
        new(Languages.All.Where(language => language != Languages.English).Select(language => language.Code));

    [Fact]
    public void Every_key_in_the_sources_is_a_literal() => AssertNone(Sources.Value.Faults);

    [Theory, MemberData(nameof(Translated))]
    public void Every_sentence_is_translated(string language) => AssertNone(Check(language).Missing());

    [Theory, MemberData(nameof(Translated))]
    public void No_entry_is_left_over(string language) => AssertNone(Check(language).Unused());

    [Theory, MemberData(nameof(Translated))]
    public void Every_translation_fits_its_sentence(string language) => AssertNone(Check(language).Faults());

    [Theory, MemberData(nameof(Translated))]
    public void The_header_names_the_language(string language) => Assert.Equal(language, Catalogue(language).Header.Fields["Language"]);

    private static CatalogueCheck Check(string language) => new(Catalogue(language), Sources.Value.Keys);

    private static PoFile Catalogue(string language) => PoFile.Load(Path.Combine(Repository.Root, "resources", "locales", $"{language}.po"));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var found = faults.ToArray();
        Assert.True(found.Length == 0, $"{found.Length} found:\n\n{string.Join('\n', found)}");
    }

    private static KeyScanner Scan()
    {
        var scanner = new KeyScanner();
        scanner.ScanFolder(Repository.Root, "src");
        return scanner;
    }
}
