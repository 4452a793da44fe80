using RemoteSupport.Platform.Web;
using Xunit;

namespace RemoteSupport.Platform.Tests.Web;

/// <summary>WCAG 2.2, 1.4.3: text needs a contrast of 4.5 to 1, whatever colour a partner picks.</summary>
[Trait("Behaviour", "TN-3")]
public sealed class BrandColorsTests
{
    public static TheoryData<string> Colours =>
    [
        "#000000", "#ffffff", "#777777", "#767676", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#ffd600", "#1b7f4d", "#5b4bc4", "#2457b8", "#f28c28", "#7fffd4",
    ];

    [Theory, MemberData(nameof(Colours))]
    public void Text_on_the_colour_can_be_read(string colour) =>
        Assert.True(BrandColors.Contrast(BrandColors.TextOn(colour), colour) >= 4.5);

    [Theory, MemberData(nameof(Colours))]
    public void The_colour_as_text_can_be_read_on_light_and_dark(string colour)
    {
        foreach (var ground in new[] { "#ffffff", "#e6e8ec", "#2a323c", "#000000" })
            foreach (var contrast in new[] { 3, 4.5, 5.6 })
                Assert.True(BrandColors.Contrast(BrandColors.Against(colour, ground, contrast), ground) >= contrast, $"{contrast} on {ground}");
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#ff0000", "#ffffff", 4)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_is_what_the_standard_says(string one, string other, double contrast) =>
        Assert.Equal(contrast, BrandColors.Contrast(one, other), 0.005);

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_is() => Assert.Equal("#1b5e20", BrandColors.Against("#1b5e20", "#ffffff", 4.5));
}
