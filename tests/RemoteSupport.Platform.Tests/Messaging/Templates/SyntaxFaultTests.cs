using System.Globalization;
using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

/// <summary>What is no Scriban, or Scriban that messages do not need, is refused with its place.</summary>
public sealed class SyntaxFaultTests
{
    [Theory]
    [Trait("Behaviour", "MT-2")]
    // 1.1 Code block: it must be closed; one statement a block is our limit.
    [InlineData("Hello {{ name", "1:7 The block that begins here is not closed with “}}”.")]
    [InlineData("a\nb {{ name {{ other }}", "2:11 “{” does not fit here.")]
    [InlineData("{{ name; other }}", "1:8 “;” does not fit here.")]
    [InlineData("{{ name\n other }}", "2:2 “other” does not fit here.")]
    // 1.3 Escape block.
    [InlineData("a {%%{ {{ name }} }%%}", "1:3 “{%{” is not available in messages.")]
    // 3.1 Strings.
    [InlineData("{{ if name == 'x }}", "1:15 The text that begins here has no closing quotation mark.")]
    [InlineData("{{ 'a\\n' }}", "1:6 A backslash stands only before “\\”, “\"” or “'”.")]
    [InlineData("{{ 'a\\", "1:4 The text that begins here has no closing quotation mark.", "1:6 A backslash stands only before “\\”, “\"” or “'”.")]
    // 4 Variables, 8.1 paths, 8.2 assignment, 8.4 arithmetic, 8.9 calls, 6 indexers: not in messages.
    [InlineData("{{ name. }}", "1:8 “.” does not fit here.")]
    [InlineData("{{ name = 1 }}", "1:9 “=” does not fit here.")]
    [InlineData("{{ price + 1 }}", "1:10 “+” does not fit here.")]
    [InlineData("{{ price -1 }}", "1:10 “-1” does not fit here.")]
    [InlineData("{{ tags[0] }}", "1:8 “[” does not fit here.")]
    [InlineData("{{ name == 1 }}", "1:9 “==” does not fit here.")]
    [InlineData("{{ date.now + 1d }}", "1:13 “+” does not fit here.")]
    [InlineData("{{ 99999999999999999999999999999999 }}", "1:4 A variable was expected here, not “99999999999999999999999999999999”.")]
    [InlineData("{{ include 'secret' }}", "1:4 “include” is not available in messages.")]
    [InlineData("{{ while true }}", "1:4 “while” is not available in messages.")]
    [InlineData("{{ this.name }}", "1:4 “this” is not available in messages.")]
    [InlineData("{{ true.name }}", "1:4 “true” is not available in messages.")]
    [InlineData("{{ name | string.size }}", "1:11 Messages have no function “string.size”; they have string.upcase, string.downcase, string.capitalize, string.truncate.")]
    [InlineData("{{ name | string.truncate }}", "1:27 A whole number was expected here, not “}}”.")]
    [InlineData("{{ name | string.truncate 1.5 }}", "1:27 A whole number was expected here, not “1.5”.")]
    // 9.3 if and else.
    [InlineData("x\n{{ if name }}y", "2:4 This “if” has no “end”.")]
    [InlineData("{{ if }}y{{ end }}", "1:7 A variable was expected here, not “}}”.")]
    [InlineData("{{ if a == }}y{{ end }}", "1:12 A variable was expected here, not “}}”.")]
    [InlineData("{{ if a == b == c }}y{{ end }}", "1:14 “==” does not fit here.")]
    [InlineData("{{ if a ==\n b }}y{{ end }}", "1:11 A variable was expected here, not “↵”.")]
    [InlineData("{{ if a > b }}y{{ end }}", "1:9 “>” does not fit here.")]
    [InlineData("{{ if (a) }}y{{ end }}", "1:7 A variable was expected here, not “(”.")]
    [InlineData("{{ else }}", "1:4 This “else” belongs to no “if”.")]
    [InlineData("{{ if a }}{{ else }}{{ else }}{{ end }}", "1:24 This “else” belongs to no “if”.")]
    [InlineData("{{ end }}", "1:4 This “end” belongs to no “if” or “for”.")]
    // 9.5 Loops: ranges, parameters and "else" are not in messages.
    [InlineData("{{ for x tags }}{{ end }}", "1:10 The word “in” was expected here, not “tags”.")]
    [InlineData("{{ for x.y in tags }}{{ end }}", "1:8 A name was expected here, not “x.y”.")]
    [InlineData("{{ for true in tags }}{{ end }}", "1:8 A name was expected here, not “true”.")]
    [InlineData("{{ for x in 1..9 }}{{ end }}", "1:13 A variable was expected here, not “1”.")]
    [InlineData("{{ for x in tags limit:2 }}{{ end }}", "1:18 “limit” does not fit here.")]
    [InlineData("{{ for x in tags }}{{ else }}{{ end }}", "1:23 This “else” belongs to no “if”.")]
    [InlineData("{{ for.index }}", "1:4 “for” is not available in messages.")]
    // After a fault the rest is read on.
    [InlineData("{{ if ? }}{{ end }}\n{{ a b }}", "1:7 A variable was expected here, not “?”.", "2:6 “b” does not fit here.")]
    public void A_text_that_cannot_be_used_is_refused_with_its_place(string source, params string[] faults)
    {
        var parse = Template.Parse(source);

        Assert.Null(parse.Template);
        Assert.Equal(faults, parse.Faults.Select(Shown));
        Assert.All(parse.Faults, fault => Assert.Equal("syntax", fault.Code));
    }

    [Fact]
    [Trait("Behaviour", "MT-5")]
    public void A_text_above_the_limit_is_not_read()
    {
        var parse = Template.Parse(new string('x', Template.MaxSourceLength + 1));

        Assert.Null(parse.Template);
        Assert.Equal("too_large", Assert.Single(parse.Faults).Code);
    }

    private static string Shown(TemplateFault fault) =>
        $"{fault.Line}:{fault.Column} {string.Format(CultureInfo.InvariantCulture, fault.Message, fault.Arguments)}";
}
