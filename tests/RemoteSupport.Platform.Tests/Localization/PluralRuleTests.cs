using RemoteSupport.Platform.Localization;
using Xunit;

namespace RemoteSupport.Platform.Tests.Localization;

public sealed class PluralRuleTests
{
    private const string German = "nplurals=2; plural=(n != 1);";
    private const string French = "nplurals=2; plural=n>1;";
    private const string Japanese = "nplurals=1; plural=0;";
    private const string Polish = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
    private const string Slovenian = "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);";

    [Theory]
    [InlineData(German, 0, 1)]
    [InlineData(German, 1, 0)]
    [InlineData(German, 2, 1)]
    [InlineData(German, -1, 0)]
    [InlineData(French, 0, 0)]
    [InlineData(French, 2, 1)]
    [InlineData(Japanese, 7, 0)]
    [InlineData(Polish, 1, 0)]
    [InlineData(Polish, 3, 1)]
    [InlineData(Polish, 12, 2)]
    [InlineData(Polish, 22, 1)]
    [InlineData(Slovenian, 101, 0)]
    [InlineData(Slovenian, 104, 2)]
    [InlineData(Slovenian, 5, 3)]
    [InlineData("nplurals=2; plural=!(n == 1)", 1, 0)]
    [InlineData("nplurals=8; plural=(n + 2 * 3 - 1) / 2 % 8;", 5, 5)]
    [InlineData("nplurals=2; plural=(n - 3 - 2 == 1);", 6, 1)]
    public void A_count_takes_the_form_that_the_expression_gives(string rule, long count, int form) =>
        Assert.Equal(form, PluralRule.Parse(rule).FormOf(count));

    [Theory]
    [InlineData("")]
    [InlineData("nplurals=0; plural=0;")]
    [InlineData("nplurals=2; plural=n;")]
    [InlineData("nplurals=2; plural=n != ;")]
    [InlineData("nplurals=2; plural=(n != 1;")]
    [InlineData("nplurals=2; plural=n != 1);")]
    [InlineData("nplurals=2; plural=n ? 1;")]
    [InlineData("nplurals=2; plural=m != 1;")]
    [InlineData("nplurals=2; plural=1 / n;")]
    [InlineData("nplurals=2; plural=n > 99999999999999999999;")]
    public void What_is_no_rule_is_refused(string rule) => Assert.Throws<FormatException>(() => PluralRule.Parse(rule));
}
