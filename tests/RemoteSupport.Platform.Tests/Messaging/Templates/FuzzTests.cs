using System.Globalization;
using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

[Trait("Behaviour", "MT-5")]
public sealed class FuzzTests
{
    /// <summary>Looks at a character and tokens taken: so many for each character of the source and no more, however long it is.</summary>
    private const int StepsACharacter = 12;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "%", "{", "}", "\n", "\r\n", " ", "\t", "if ", "else ", "else if ", "end", "for ", " in ",
        "first_name", "devices", "d", ".", "name", "!", "==", "!=", "&&", "||", "|", " string.upcase", " string.truncate 3", "'", "\"", "\\",
        "#", "##", "-", "~", "0", "12.5", "true", "text", "<b>", "<p title=", "<a href='", "<!--", "-->", "<style>", "<title>", "<table>", "\ue000", "\0", "\ud800", "é", "😀", "{{ if is_new }}", "{{ end }}", "{{ for d in devices }}",
    ];

    [Fact]
    public void No_source_makes_the_engine_fail_or_take_long()
    {
        var random = new Random(20_260);
        var model = TemplateModel.From(new Sample());
        var shape = ModelShape.Of<Sample>();
        var rendered = 0;

        for (var round = 0; round < 6_000; round++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (TryWhole(source, shape, model, (TemplateTarget)random.Next(4))) rendered++;
        }

        Assert.InRange(rendered, 200, 6_000);
    }

    [Fact]
    public void Long_repetitions_take_linear_time()
    {
        foreach (var piece in Pieces)
        {
            foreach (var start in new[] { "", "{{", "{{ '", "{{ #", "{{ ##", "{{ if ", "{{ a -}}", "{%" })
                ParseCounted(start + string.Concat(Enumerable.Repeat(piece, 2_000 / piece.Length)));
        }
    }

    private static bool TryWhole(string source, ModelShape shape, TemplateObject model, TemplateTarget target)
    {
        var parse = ParseCounted(source);
        Assert.Equal(parse.Template is null, parse.Faults.Count > 0);
        Assert.All(parse.Faults, fault => Assert.True(fault.Line >= 1 && fault.Column >= 1 && string.Format(CultureInfo.InvariantCulture, fault.Message, fault.Arguments).Length > 0));
        if (parse.Template is null) return false;

        parse.Template.Check(shape, ["first_name"]);
        Assert.All(parse.Template.CheckHtml(), fault => Assert.True(fault.Line >= 1 && fault.Column >= 1));
        try
        {
            parse.Template.Render(model, target, new(Steps: 200, Depth: 8, OutputLength: 200));
        }
        catch (TemplateBudgetExceeded exceeded)
        {
            Assert.InRange(exceeded.Fault.Line, 1, source.Length);
        }

        return true;
    }

    private static TemplateParse ParseCounted(string source)
    {
        var parse = Template.Parse(source, out var steps);
        Assert.InRange(steps, 0, StepsACharacter * (source.Length + 1));
        return parse;
    }
}
