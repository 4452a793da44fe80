using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Localization;
using Xunit;

namespace RemoteSupport.Platform.Tests.Localization;

public sealed class PoLocalizerTests
{
    private const string Italian = """
        msgid "Open"
        msgstr "Apri"
        msgctxt "RemoteSupport.Platform.Tests.Localization.PoLocalizerTests"
        msgid "Open"
        msgstr "Aperta"
        msgid "Hello, {0}."
        msgstr "Buongiorno, {0}."
        #, fuzzy
        msgid "Guess"
        msgstr "Forse"
        msgid "Empty"
        msgstr ""
        msgid "one try"
        msgid_plural "{0} tries by {1}"
        msgstr[1] "{0} tentativi di {1}"
        msgstr[0] "un tentativo"
        msgid "one hole"
        msgid_plural "{0} holes"
        msgstr[1] "{0} buchi"
        """;

    private static readonly PoLocalizerFactory Factory = Texts.Factory(("it", Italian), ("it-CH", "msgid \"Save\"\nmsgstr \"Salvare\""));

    private readonly IStringLocalizer localizer = Factory.CreatePlain();

    [Fact]
    public void A_sentence_is_translated_into_the_current_language()
    {
        using var _ = Languages.Italian.Use();
        Assert.Equal(("Apri", false), (localizer["Open"].Value, localizer["Open"].ResourceNotFound));
    }

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("Guess")]
    [InlineData("Empty")]
    public void What_is_missing_fuzzy_or_empty_stays_English_and_says_so(string key)
    {
        using var _ = Languages.Italian.Use();
        Assert.Equal((key, true), (localizer[key].Value, localizer[key].ResourceNotFound));
    }

    [Fact]
    public void A_types_own_entry_comes_before_the_plain_one()
    {
        using var _ = Languages.Italian.Use();
        var own = Factory.Create(typeof(PoLocalizerTests));
        Assert.Equal(("Aperta", "Buongiorno, Ada."), (own["Open"].Value, own["Hello, {0}.", "Ada"].Value));
        Assert.Equal("Aperta", Factory.Create("Somewhere.RemoteSupport.Platform.Tests.Localization.PoLocalizerTests", "Somewhere")["Open"]);
    }

    [Fact]
    public void A_culture_takes_what_it_lacks_from_its_parents()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("it-CH");
        Assert.Equal(("Salvare", "Apri"), (localizer["Save"].Value, localizer["Open"].Value));
        Assert.Single(localizer.GetAllStrings(false));
        Assert.Contains(localizer.GetAllStrings(true), text => text.Value == "Apri");
        CultureInfo.CurrentUICulture = before;
    }

    [Fact]
    public void Arguments_are_written_in_the_current_formats()
    {
        using var _ = Languages.Italian.Use();
        Assert.Equal("Buongiorno, 1,5.", localizer["Hello, {0}.", 1.5]);
    }

    [Theory]
    [InlineData("it", 1, "un tentativo")]
    [InlineData("it", 3, "3 tentativi di Ada")]
    [InlineData("en", 1, "one try")]
    [InlineData("en", 0, "0 tries by Ada")]
    public void A_count_takes_its_form(string code, int count, string text)
    {
        using var _ = Texts.Language(code).Use();
        Assert.Equal(text, localizer.Plural(count, "one try", "{0} tries by {1}", "Ada"));
    }

    [Fact]
    public void A_missing_form_is_English_and_never_another_form()
    {
        using var _ = Languages.Italian.Use();
        Assert.Equal(("one hole", "2 buchi"), (localizer.Plural(1, "one hole", "{0} holes").Value, localizer.Plural(2, "one hole", "{0} holes").Value));
    }

    [Fact]
    public void The_pseudo_locale_disguises_every_sentence_but_no_argument()
    {
        using var _ = Languages.Pseudo.Use();
        Assert.Equal("⟦Héllö, Anna.⟧", localizer["Hello, {0}.", "Anna"]);
        Assert.Equal("⟦3 trîéš bý Anna⟧", localizer.Plural(3, "one try", "{0} tries by {1}", "Anna"));
        Assert.False(localizer["Nowhere"].ResourceNotFound);
    }

    [Fact]
    public void The_services_know_every_kind_of_localizer()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "it.po"), Italian);
        using var services = new ServiceCollection()
            .AddLocalization()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddPoLocalization(folder.FullName)
            .BuildServiceProvider();
        folder.Delete(recursive: true);

        using var _ = Languages.Italian.Use();
        Assert.Equal("Apri", services.GetRequiredService<IStringLocalizer>()["Open"]);
        var generic = services.GetRequiredService<IStringLocalizer<PoLocalizerTests>>();
        Assert.Equal("Aperta", generic["Open"]);
        Assert.Equal("2 tentativi di Ada", generic.Plural(2, "one try", "{0} tries by {1}", "Ada"));
        Assert.NotNull(services.GetRequiredService<PersonTime>());
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start() =>
        Assert.Throws<DirectoryNotFoundException>(() => new ServiceCollection().AddPoLocalization("resources/nowhere"));
}
