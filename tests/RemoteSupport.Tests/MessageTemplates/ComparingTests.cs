using RemoteSupport.Features.MessageTemplates;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.MessageTemplates;

/// <summary>What differs between two texts, how two changes come together, and HTML for who writes none (MT-3).</summary>
public sealed class ComparingTests
{
    [Theory, Trait("Behaviour", "MT-3")]
    [InlineData("", "", "")]
    [InlineData("a b c", "a b c", " a| b| c")]
    [InlineData("a b c", "a x c", " a|-b|+x| c")]
    [InlineData("a b c", "b c", "-a| b| c")]
    [InlineData("a b", "a b c d", " a| b|+c|+d")]
    [InlineData("", "a", "+a")]
    [InlineData("a b", "", "-a|-b")]
    [InlineData("a b c d e", "x b y d z", "-a|+x| b|-c|+y| d|-e|+z")]
    [InlineData("a a b a", "a b a a", " a|-a| b|+a| a")]
    public void A_line_is_the_same_removed_or_added(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', LineDiff.Of(Lines(before), Lines(after)).Select(line => " -+"[(int)line.Change] + line.Text)));

    [Fact, Trait("Behaviour", "MT-3")]
    public void Whatever_two_texts_are_each_is_what_was_not_added_or_not_removed()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (RandomLines(random), RandomLines(random));
            var diff = LineDiff.Of(before, after);
            Assert.Equal(LineDiff.LinesOf(before), diff.Where(line => line.Change != LineChange.Added).Select(line => line.Text));
            Assert.Equal(LineDiff.LinesOf(after), diff.Where(line => line.Change != LineChange.Removed).Select(line => line.Text));
            Assert.Equal(before, ThreeWayMerge.Of(before, before, before));
            Assert.Equal(after, ThreeWayMerge.Of(before, after, before));
            Assert.Equal(after, ThreeWayMerge.Of(before, before, after));
            Assert.Equal(after, ThreeWayMerge.Of(before, after, after));
        }
    }

    [Theory, Trait("Behaviour", "MT-3")]
    [InlineData("a b c", "A b c", "a b C", "A b C")]
    [InlineData("a b c", "a b c d", "x a b c", "x a b c d")]
    [InlineData("a b c d", "a c d", "a b c e", "a c e")]
    [InlineData("a b c", "a x c", "a y c", null)]
    [InlineData("a b c", "a c", "a y c", null)]
    [InlineData("a b c", "a x c", "a x c", "a x c")]
    public void Two_changes_come_together_where_they_do_not_touch_the_same_lines(string from, string mine, string theirs, string? merged) =>
        Assert.Equal(merged is null ? null : Lines(merged), ThreeWayMerge.Of(Lines(from), Lines(mine), Lines(theirs)));

    [Fact, Trait("Behaviour", "MT-2")]
    public void The_html_of_a_plain_text_has_paragraphs_a_button_and_conditions_around_them()
    {
        var html = HtmlOfText.Of("Ciao & benvenuto,\n{{ if note != \"\" }}Nota: {{ note }}\n\n{{ end }}Seconda <riga>\n\nApri:\n{{ url }}");
        Assert.Equal(
            """
            <p style="margin:0 0 16px">Ciao &amp; benvenuto,<br>
            {{ if note != "" }}Nota: {{ note }}</p>
            {{ end }}<p style="margin:0 0 16px">Seconda &lt;riga&gt;</p>
            <p style="margin:0 0 20px"><a href="{{ url }}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:{{ brand.accent_color }};color:{{ brand.on_accent }};text-decoration:none;font-weight:600">Apri</a></p>
            """, html);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public void The_html_of_every_built_in_plain_text_can_be_saved()
    {
        var texts = new Texts();
        foreach (var entry in texts.Catalogue.All.Where(entry => entry.Name.Channel == Channels.Email && entry.Name != MessageName.Layout))
            foreach (var language in new[] { "en", "it", "es", "de" })
            {
                var builtIn = texts.Templates.Get(entry.Name, language);
                var faults = texts.Renderer.Check(entry.Name, builtIn with { Html = HtmlOfText.Of(builtIn.Text!) });
                Assert.True(faults.Count == 0, $"{entry.Name.Key} {language}: {string.Join("; ", faults)}");
            }
    }

    private static string Lines(string words) => words.Replace(' ', '\n');

    private static string RandomLines(Random random) => string.Join('\n', Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abc"[random.Next(3)]));
}
