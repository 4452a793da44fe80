using RemoteSupport.Features.Brand;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Tests.Brand;

/// <summary>Which colours can be read where, and the nearest one that can (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
[Trait("Behaviour", "TN-3")]
public sealed class AccentCheckTests
{
    [Theory]
    [InlineData("#1b5e20", "")]
    [InlineData("#000000", "")]
    [InlineData("#767676", "place")]
    [InlineData("#777777", "place link")]
    [InlineData("#e30613", "place")]
    [InlineData("#ffd600", "place link button")]
    [InlineData("#ffffff", "place link button")]
    public void It_says_what_could_not_be_read(string colour, string where)
    {
        var check = new AccentCheck(colour);
        Assert.Equal(where, string.Join(' ', check.Uses.Where(use => !use.Passes).Select(use => use.Kind)));
        Assert.Equal(where.Length == 0, check.Passes);
    }

    [Fact]
    public void A_colour_that_passes_is_its_own_nearest() => Assert.Equal("#1b5e20", new AccentCheck("#1b5e20").Nearest);

    public static TheoryData<string> HardToRead => ["#ffffff", "#777777", "#ffd600", "#00ffff", "#ff0000", "#f28c28", "#7fffd4"];

    [Theory, MemberData(nameof(HardToRead))]
    public void The_nearest_one_passes_and_no_lighter_shade_does(string colour)
    {
        var nearest = new AccentCheck(colour).Nearest;
        Assert.True(new AccentCheck(nearest).Passes);
        var lighter = Enumerable.Range(0, 256).Select(step => BrandColors.Mix(colour, "#000000", step / 255.0)).TakeWhile(shade => shade != nearest).ToList();
        Assert.InRange(lighter.Count, 1, 254);
        Assert.All(lighter, shade => Assert.False(new AccentCheck(shade).Passes, shade));
    }

    [Fact]
    public void What_just_fails_is_not_rounded_to_what_is_needed() =>
        Assert.Equal(4.47, new AccentCheck("#777777").Uses.Single(use => use.Kind == "link").Shown);

    [Theory, MemberData(nameof(HardToRead))]
    public void Pages_never_show_what_could_not_be_read(string colour)
    {
        var css = BrandCss.OfPreviews(new AccentCheck(colour));
        var light = css[css.IndexOf(".ground-light", StringComparison.Ordinal)..];
        string Of(string variable) => light[(light.IndexOf(variable + ": ", StringComparison.Ordinal) + variable.Length + 2)..][..7];
        Assert.True(BrandColors.Contrast(Of("--brand-accent-text"), "#ffffff") >= 4.5);
        Assert.True(BrandColors.Contrast(Of("--brand-accent"), "#f5f6f8") >= 3);
        Assert.True(BrandColors.Contrast(Of("--brand-accent"), Of("--brand-on-accent")) >= 4.5);
    }
}
