using RemoteSupport.Features.Organizations;
using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Tests.Organizations;

[Trait("Behaviour", "OR-1")]
public sealed class CountryTests
{
    [Theory]
    [InlineData("en", "Germany", "United Kingdom")]
    [InlineData("it", "Germania", "Regno Unito")]
    [InlineData("es", "Alemania", "Reino Unido")]
    [InlineData("de", "Deutschland", "Vereinigtes Königreich")]
    public void Countries_have_their_names_in_the_readers_language(string language, string germany, string britain)
    {
        using var _ = Languages.Find(language)!.Use();
        Assert.Equal((germany, britain), (Country.NameOf("DE"), Country.NameOf("GB")));
        Assert.True(Country.All.Count > 200);
        Assert.Equal(Country.All.Count, Country.All.Select(country => country.Name).Distinct().Count());
    }

    [Fact]
    public void They_stand_in_the_order_of_the_readers_alphabet()
    {
        using var _ = Languages.German.Use();
        var names = Country.All.Select(country => country.Name).ToList();
        Assert.True(names.IndexOf("Ägypten") < names.IndexOf("Belgien"));
    }

    [Fact]
    public void One_that_is_in_no_list_is_shown_by_its_letters() => Assert.Equal("QQ", Country.NameOf("QQ"));
}
