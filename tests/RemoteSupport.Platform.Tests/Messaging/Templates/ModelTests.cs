using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

[Trait("Behaviour", "MT-1")]
public sealed class ModelTests
{
    [Fact]
    public void A_record_becomes_a_tree_of_plain_values()
    {
        var members = TemplateModel.From(new Sample()).Members;

        Assert.Equal(new TemplateText("anna"), members["first_name"]);
        Assert.Equal(new TemplateNumber(12.5m), members["price"]);
        Assert.Equal(new TemplateFlag(true), members["is_new"]);
        Assert.Equal(new TemplateText("very_high"), members["urgency"]);
        Assert.Same(TemplateNothing.Value, members["note"]);
        Assert.Equal([new TemplateText("a"), new TemplateText("b")], Assert.IsType<TemplateList>(members["tags"]).Items);
        Assert.Equal(new TemplateText("Router"), Assert.IsType<TemplateObject>(members["device"]).Members["name"]);
        Assert.Equal(new TemplateHtml("<p>Hi</p>", "Hi"), members["content"]);
    }

    [Fact]
    [Trait("Behaviour", "MT-5")]
    public void A_model_that_holds_itself_is_refused()
    {
        var knot = new Knot();
        knot.Inner = knot;

        Assert.Throws<ArgumentException>(() => TemplateModel.From(knot));
        Assert.NotEmpty(ModelShape.Of<Knot>().Variables);
    }

    [Fact]
    public void A_model_that_is_no_record_of_plain_values_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TemplateModel.From("text"));
        Assert.Throws<ArgumentException>(() => TemplateModel.From(new { Map = new Dictionary<string, int> { ["a"] = 1 } }));
    }

    [Fact]
    [Trait("Behaviour", "MT-2")]
    public void A_type_and_its_sample_show_the_same_variables()
    {
        string[] expected =
        [
            "first_name", "no_text", "note", "zero", "price", "is_new", "is_old", "urgency", "device.name", "device.online", "devices*",
            "devices[].name", "devices[].online", "tags*", "none*", "content",
        ];

        Assert.Equal(expected, Shown(ModelShape.Of<Sample>()));
        Assert.Equal(expected, Shown(ModelShape.Of(TemplateModel.From(new Sample()))));
    }

    [Fact]
    [Trait("Behaviour", "MT-2")]
    public void What_a_sample_leaves_open_is_not_refused()
    {
        var shape = ModelShape.Of(TemplateModel.From(new Sample()));

        Assert.Empty(Sample.Parsed("{{ for n in none }}{{ n.name }}{{ end }}{{ note.x }}").Check(shape));
    }

    private static IEnumerable<string> Shown(ModelShape shape) => shape.Variables.Select(variable => variable.Path + (variable.IsList ? "*" : ""));

    private sealed record Knot
    {
        public Knot? Inner { get; set; }
    }
}
