using RemoteSupport.Platform.Localization;
using Xunit;

namespace RemoteSupport.Platform.Tests.Localization;

[Trait("Behaviour", "AC-12")]
public sealed class LanguageChoiceTests
{
    private static readonly IReadOnlyList<SupportedLanguage> Allowed = Languages.Allowed(["en", "it", "de"]);

    [Theory]
    [InlineData("it", "de", "en", "it")]
    [InlineData(null, "de", "en", "de")]
    [InlineData("es", "de", "en", "de")]
    [InlineData(null, null, "it", "it")]
    [InlineData("xx", "es, fr", "it", "it")]
    [InlineData(null, null, "es", "en")]
    public void A_persons_choice_comes_before_the_browsers_wish_before_the_tenants_default(
        string? choice, string? wish, string standard, string code) =>
        Assert.Equal(code, LanguageChoice.Resolve(choice, wish, standard, Allowed).Code);

    [Theory]
    [InlineData("de-CH, de;q=0.9, en;q=0.8", "de")]
    [InlineData("en;q=0.2, it;q=0.7", "it")]
    [InlineData("fr, de;q=0.1", "de")]
    [InlineData("IT-it", "it")]
    [InlineData("de;q=0, it;q=0.1", "it")]
    [InlineData("*", "en")]
    [InlineData("fr, *;q=0.5", "en")]
    [InlineData("es-419", "en")]
    [InlineData("qps-ploc", "en")]
    [InlineData("", "en")]
    [InlineData(";;;=,\"", "en")]
    public void The_browsers_most_wanted_language_among_the_tenants_is_taken(string wish, string code) =>
        Assert.Equal(code, LanguageChoice.Resolve(null, wish, "en", Allowed).Code);

    [Fact]
    public void A_guest_gets_the_invitations_language_unless_they_choose_another()
    {
        Assert.Equal("it", LanguageChoice.Resolve(null, "de", "en", Allowed, "it").Code);
        Assert.Equal("de", LanguageChoice.Resolve("de", "en", "en", Allowed, "it").Code);
    }

    [Theory]
    [InlineData("de", "it", "de")]
    [InlineData(null, "it", "it")]
    [InlineData("fr", null, "en")]
    public void In_the_API_the_header_comes_before_the_callers_language(string? header, string? callers, string code) =>
        Assert.Equal(code, LanguageChoice.ResolveForApi(header, callers, "en", Allowed).Code);

    [Fact]
    public void The_pseudo_locale_is_there_only_where_it_was_asked_for()
    {
        Assert.Equal("qps-ploc", LanguageChoice.Resolve("qps-ploc", null, "en", Languages.Allowed(["en"], withPseudoLocale: true)).Code);
        Assert.Equal(["en", "it", "es", "de"], Languages.Allowed([]).Select(language => language.Code));
        Assert.Null(Languages.Find("qps-ploc"));
    }

    [Fact]
    public void A_language_is_used_until_it_is_given_back()
    {
        using (Languages.German.Use())
        {
            using (Languages.Spanish.Use())
                Assert.Equal("es", Languages.CurrentFormats.Code);
            Assert.Equal("1,5", $"{1.5}");
        }
    }
}
