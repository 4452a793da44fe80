using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

/// <summary>
/// Every construct in every target. Each row names the section of Scriban's documentation ("Language", or "Built-in functions") whose rule it follows.
/// </summary>
public sealed class RenderingTests
{
    [Theory]
    [Trait("Behaviour", "MT-1")]
    // 1.2 Text block: output as it is.
    [InlineData("Hello } {x} }} {", "Hello } {x} }} {")]
    // 1.1 Code block: white space and empty lines inside do not matter; the result of an expression is written.
    [InlineData("<{{ first_name }}>", "<anna>")]
    [InlineData("<{{first_name}}>", "<anna>")]
    [InlineData("<{{\n\n  first_name\r\n}}>", "<anna>")]
    [InlineData("<{{ }}{{-}}>", "<>")]
    // 8.1 Variable path expressions: members by dots; 3.4 null is written as nothing; so is what the model does not have.
    [InlineData("{{ device.name }}", "Router")]
    [InlineData("<{{ note }}{{ nobody.knows.this }}{{ first_name.length }}>", "<>")]
    // 3.1 Strings: both quotation marks, escapes, braces inside; 3.2 Numbers; 3.3 Boolean.
    [InlineData("""{{ "it's {{ }} \"\\" }}|{{ 'a"\'' }}""", """it's {{ }} "\|a"'""")]
    [InlineData("{{ 10 }} {{ 1.50 }} {{ -2 }} {{ price }} {{ zero }} {{ true }} {{ is_old }}", "10 1.50 -2 12.50 0 true false")]
    // Runtime, member renamer: names in snake_case; an enum is our model's matter.
    [InlineData("{{ urgency }}", "very_high")]
    // 2 Comments: to the line's end or the block's, and over several lines.
    [InlineData("a{{ # gone }}b{{ first_name # gone }}c", "abannac")]
    [InlineData("a{{ # gone\n first_name }}b", "aannab")]
    [InlineData("a{{ ## gone\n }} still text", "a still text")]
    [InlineData("a{{ ## go # ne\n ## first_name }}b", "aannab")]
    [InlineData("a {{- # gone ~}} \n b", "a b")]
    public void Text_values_and_comments(string source, string output) => Sample.RendersInEveryTarget(source, output);

    [Theory]
    [Trait("Behaviour", "MT-1")]
    // 1.4 Whitespace control, greedy: all white space with its line breaks.
    [InlineData("This is a <   \n\n {{- first_name}}> text", "This is a <anna> text")]
    [InlineData("This is a <{{ first_name -}} \n \n > text", "This is a <anna> text")]
    [InlineData("<\r\n{{- first_name -}}\r\n>", "<anna>")]
    // 1.4, non greedy: before the block back to a line break, which stays; after it with the first line break.
    [InlineData("a\n  {{~ first_name ~}}  \n  b", "a\nanna  b")]
    [InlineData("a  {{~ first_name ~}}  b", "aannab")]
    [InlineData("a\r\n\t{{~ first_name ~}}\t\r\n\r\nb", "a\nanna\nb")]
    [InlineData("a\n{{~ first_name ~}}\n\nb", "a\nanna\nb")]
    // 1.4, the example with a list.
    [InlineData("<ul>\n    {{~ for d in devices ~}}\n    <li>{{ d.name }}</li>\n    {{~ end ~}}\n</ul>\n", "<ul>\n    <li>TV</li>\n    <li>Phone</li>\n</ul>\n")]
    // 1.4: without a sign all white space stays.
    [InlineData(" {{ first_name }} \n", " anna \n")]
    public void White_space_beside_a_block(string source, string output) => Sample.RendersInEveryTarget(source, output);

    [Theory]
    [Trait("Behaviour", "MT-1")]
    // 9.3 if, else, else if; "else if" in one block, "if" in a block of its own nests.
    [InlineData("{{ if is_new }}new{{ else }}old{{ end }}", "new")]
    [InlineData("{{ if is_old }}a{{ else if is_new }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ if is_old }}a{{ else if note }}b{{ else }}c{{ end }}d", "cd")]
    [InlineData("{{ if is_old }}a{{ else }}{{ if is_new }}b{{ end }}{{ end }}", "b")]
    [InlineData("<{{ if is_old }}a{{ end }}>", "<>")]
    // 9.3 Truthy and falsy: only null and false are false.
    [InlineData("{{ if zero }}true{{ end }}", "true")]
    [InlineData("{{ if no_text }}true{{ end }}", "true")]
    [InlineData("{{ if none }}true{{ end }}", "true")]
    [InlineData("{{ if device }}true{{ end }}", "true")]
    [InlineData("{{ if note }}true{{ else }}false{{ end }}", "false")]
    [InlineData("{{ if nobody.knows }}true{{ else }}false{{ end }}", "false")]
    // 8.6 Unary expressions: "!" binds tighter than "==".
    [InlineData("{{ if !note }}none{{ end }}", "none")]
    [InlineData("{{ if !!is_new }}new{{ end }}", "new")]
    [InlineData("{{ if !is_new == false }}new{{ end }}", "new")]
    // 8.5 Conditional expressions: == and !=, && before ||.
    [InlineData("{{ if urgency == 'very_high' && zero != 1 }}yes{{ end }}", "yes")]
    [InlineData("{{ if is_old && is_old || is_new }}yes{{ end }}", "yes")]
    [InlineData("{{ if is_new || is_old && is_old }}yes{{ end }}", "yes")]
    [InlineData("{{ if price == 12.5 && zero == 0 && is_new == true }}yes{{ end }}", "yes")]
    [InlineData("{{ if note == '' || no_text != '' }}yes{{ else }}null is not empty{{ end }}", "null is not empty")]
    [InlineData("{{ if note == is_old }}yes{{ else }}null is not false{{ end }}", "null is not false")]
    // 8.4 On strings: beside a string the other side is taken as a string.
    [InlineData("{{ if zero == '0' && is_new == 'true' }}yes{{ end }}", "yes")]
    [InlineData("{{ if first_name == device.name }}yes{{ else }}no{{ end }}", "no")]
    public void Conditions(string source, string output) => Sample.RendersInEveryTarget(source, output);

    [Theory]
    [Trait("Behaviour", "MT-1")]
    // 9.5 Loops: over an array; the variable is gone behind the loop.
    [InlineData("{{ for t in tags }}[{{ t }}]{{ end }}", "[a][b]")]
    [InlineData("{{ for d in devices }}{{ for t in tags }}{{ d.name }}{{ t }} {{ end }}{{ end }}", "TVa TVb Phonea Phoneb ")]
    [InlineData("{{ for first_name in tags }}{{ first_name }}{{ end }}-{{ first_name }}", "ab-anna")]
    [InlineData("<{{ for t in none }}x{{ end }}{{ for t in note }}x{{ end }}{{ for t in first_name }}x{{ end }}{{ t }}>", "<>")]
    [InlineData("{{ for d in devices }}{{ if d.online }}{{ d.name }}{{ end }}{{ end }}", "TV")]
    public void Loops(string source, string output) => Sample.RendersInEveryTarget(source, output);

    [Theory]
    [Trait("Behaviour", "MT-1")]
    // 8.9 Function call expression: the pipe's value is the first argument; pipes follow one another.
    [InlineData("{{ first_name | string.upcase | string.truncate 4 }}", "ANNA")]
    // Built-in functions, string.upcase, string.downcase, string.capitalize (only the first letter changes).
    [InlineData("{{ 'straße' | string.upcase }}", "STRAßE")]
    [InlineData("{{ 'TeSt' | string.downcase }}", "test")]
    [InlineData("{{ 'tEST me' | string.capitalize }}{{ no_text | string.capitalize }}", "TEST me")]
    // Built-in functions, string.truncate: the length includes the ellipsis.
    [InlineData("{{ 'The cat came back the very next day' | string.truncate 13 }}", "The cat ca...")]
    [InlineData("{{ 'four' | string.truncate 4 }}{{ 'fours' | string.truncate 4 }}{{ 'four' | string.truncate 0 }}", "fourf......")]
    // Ours: half of a character above U+FFFF is dropped, it could not be sent.
    [InlineData("{{ '😀😀😀' | string.truncate 4 }}", "...")]
    // Null stays nothing, a number becomes text.
    [InlineData("<{{ note | string.upcase }}{{ price | string.truncate 9 }}>", "<12.50>")]
    public void Pipes(string source, string output) => Sample.RendersInEveryTarget(source, output);
}
