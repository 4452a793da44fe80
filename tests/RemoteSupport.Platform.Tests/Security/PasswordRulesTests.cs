using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "AC-7")]
public sealed class PasswordRulesTests
{
    private const string Good = "vier bunte Lampen am Fluss";

    [Theory]
    [InlineData("xK4 mQ9 pz", null)]
    [InlineData("xK4 mQ9 p", PasswordFlaw.TooShort)]
    [InlineData("", PasswordFlaw.TooShort)]
    [InlineData("k😀v😀q😀t😀z😀", null)] // ten code points, fifteen UTF-16 units
    [InlineData("k😀v😀q😀t😀z", PasswordFlaw.TooShort)]
    [InlineData("ﬃqzvkwxj", null)] // NFKC makes "ffi" of the ligature: 8 become 10
    [InlineData("e\u0301qzvkwxjy", PasswordFlaw.TooShort)] // and one letter of "e" and its accent: 10 become 9
    public void The_length_is_counted_in_code_points_after_NFKC(string password, PasswordFlaw? flaw) =>
        Assert.Equal(flaw, PasswordRules.FlawOf(password));

    [Fact]
    public void Half_a_surrogate_pair_counts_as_one_character()
    {
        Assert.Null(PasswordRules.FlawOf("\ud800qzvkwxjyb"));
        Assert.Equal(PasswordFlaw.TooShort, PasswordRules.FlawOf("\ud800qzvkwxjy"));
    }

    [Theory]
    [InlineData(128, null)]
    [InlineData(129, PasswordFlaw.TooLong)]
    [InlineData(100_000, PasswordFlaw.TooLong)]
    public void The_longest_has_128(int length, PasswordFlaw? flaw)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => char.ConvertFromUtf32(0x1F300 + (i % 200))));

        Assert.Equal(flaw, PasswordRules.FlawOf(password));
    }

    [Theory]
    [InlineData(Good)]
    [InlineData("          a b c d e f")]
    [InlineData("correct horse battery staple")]
    [InlineData("mietitrebbia gialla")]
    [InlineData("Q7f-92mx-Lk0p")]
    [InlineData("小さな青い鳥が窓の外で歌う")]
    public void No_kind_of_character_is_demanded(string password) => Assert.Null(PasswordRules.FlawOf(password));

    [Theory]
    [InlineData("1234567890")] // in the list of passwords
    [InlineData("qwertyuiop")]
    [InlineData("QwertyUiop")] // ignoring case
    [InlineData("ｑｗｅｒｔｙｕｉｏｐ")] // NFKC: full width
    [InlineData("straordinario")] // a word, in each language
    [InlineData("Geschwindigkeit")]
    [InlineData("entretenimiento")]
    [InlineData("understanding")]
    [InlineData("Alessandro")] // a name
    [InlineData("password123456")] // a common one with something behind it,
    [InlineData("Summer2026!")]
    [InlineData("***Benvenuto***")] // around it,
    [InlineData("2026-Passwort")] // before it
    [InlineData("xyxyxyxyxyxyxyxy")] // a repetition
    [InlineData("qzvkwxjybqzvkwxjyb")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀")]
    public void A_common_one_is_refused(string password) => Assert.Equal(PasswordFlaw.TooCommon, PasswordRules.FlawOf(password));

    [Theory]
    [InlineData("summer-2026-81")] // the word is less than half
    [InlineData("qzvkwxjybmqzvkwxjybm")] // repeats what would be long enough alone
    [InlineData("summer winter")] // two words
    public void The_rule_for_common_ones_ends_here(string password) => Assert.Null(PasswordRules.FlawOf(password));

    [Theory]
    [InlineData("anna.rossi@example.com", "Anna.Rossi-77-zq", PasswordFlaw.ContainsAddress)]
    [InlineData("anna@ex.it", "anna@ex.it", PasswordFlaw.ContainsAddress)]
    [InlineData("anna@ex.it", "anna liebt 4 Boote", null)]
    [InlineData("jörgs@example.com", "zq7 JÖRGS zq7", PasswordFlaw.ContainsAddress)]
    [InlineData("anna.rossi@example.com", Good, null)]
    public void It_does_not_hold_the_address(string address, string password, PasswordFlaw? flaw)
    {
        Assert.True(EmailAddress.TryParse(address, out var parsed));
        Assert.Equal(flaw, PasswordRules.FlawOf(password, parsed));
    }

    [Theory]
    [InlineData("Anna Rossi", "AnnaRossi-77-zq", PasswordFlaw.ContainsName)]
    [InlineData("Anna Rossi", "zq7 anna.rossi 7", PasswordFlaw.ContainsName)]
    [InlineData("Anna Rossi", "zq7 rossi vola 7", null)]
    [InlineData("Li Wu", "liwu fliegt 4 mal", null)]
    [InlineData("...", Good, null)]
    public void It_does_not_hold_the_name(string name, string password, PasswordFlaw? flaw) =>
        Assert.Equal(flaw, PasswordRules.FlawOf(password, name: name));

    [Fact]
    public void The_list_was_embedded_whole() => Assert.InRange(CommonPasswords.Count, 250_000, 400_000);
}
