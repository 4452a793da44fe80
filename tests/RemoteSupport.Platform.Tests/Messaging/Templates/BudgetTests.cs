using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

[Trait("Behaviour", "MT-5")]
public sealed class BudgetTests
{
    private static readonly TemplateObject Hundred = TemplateModel.From(new { Items = Enumerable.Range(0, 100), Long = new string('x', 100_000) });

    [Fact]
    public void Loops_in_loops_end_when_their_steps_are_used_up()
    {
        var source = Nested("for x in items", 6, "");

        var fault = Exceeded(source, TemplateBudget.Default);

        Assert.Equal("too_many_steps", fault.Code);
        Assert.Equal(1, fault.Line);
    }

    [Fact]
    public void A_text_that_grows_without_bound_is_given_up()
    {
        var fault = Exceeded("\n" + Nested("for x in items", 2, "{{ long }}"), TemplateBudget.Default);

        Assert.Equal(("too_large", 2, 44), (fault.Code, fault.Line, fault.Column));
    }

    [Fact]
    public void Escaping_counts_into_the_length()
    {
        Assert.Equal("too_large", Exceeded("{{ '<<<' }}", TemplateBudget.Default with { OutputLength = 11 }).Code);
        Assert.Equal("&lt;&lt;&lt;", Sample.Parsed("{{ '<<<' }}").Render(Hundred, TemplateTarget.Html, TemplateBudget.Default with { OutputLength = 12 }));
    }

    [Fact]
    public void Pipes_and_comparisons_of_long_values_cost_their_length()
    {
        var upcase = string.Concat(Enumerable.Repeat(" | string.upcase", 300));

        Assert.Equal("too_many_steps", Exceeded($"{{{{ long{upcase} }}}}", TemplateBudget.Default).Code);
        Assert.Equal("too_many_steps", Exceeded(Nested("for x in items", 2, "{{ if long == long }}{{ end }}"), TemplateBudget.Default).Code);
    }

    [Theory]
    [InlineData("if a")]
    [InlineData("for x in items")]
    public void Nesting_has_its_limit_while_reading(string head)
    {
        Assert.Empty(Template.Parse(Nested(head, 32, "")).Faults);
        var fault = Assert.Single(Template.Parse(Nested(head, 33, "")).Faults);
        Assert.Equal(("too_deep", 1), (fault.Code, fault.Line));
        Assert.Equal("too_deep", Assert.Single(Template.Parse(Nested(head, 5_000, "")).Faults).Code);
    }

    [Fact]
    public void Nesting_has_its_limit_while_writing() =>
        Assert.Equal("too_deep", Exceeded(Nested("for x in items", 3, ""), TemplateBudget.Default with { Depth = 2 }).Code);

    [Fact]
    public void Long_chains_need_no_deep_stack()
    {
        var longest = Template.MaxSourceLength - 100;

        Assert.Empty(Sample.Rendered($"{{{{ if {new string('!', longest)}a }}}}{{{{ end }}}}"));
        Assert.Empty(Sample.Rendered($"{{{{ if a{string.Concat(Enumerable.Repeat("||a", longest / 3))} }}}}{{{{ end }}}}"));
        Assert.Empty(Sample.Rendered($"{{{{ a{string.Concat(Enumerable.Repeat(".a", longest / 2))} }}}}"));
        Assert.Empty(Sample.Rendered($"{{{{ if a }}}}{string.Concat(Enumerable.Repeat("{{else if a}}", longest / 13))}{{{{ end }}}}"));
    }

    private static string Nested(string head, int times, string inside) =>
        string.Concat(Enumerable.Repeat($"{{{{ {head} }}}}", times)) + inside + string.Concat(Enumerable.Repeat("{{ end }}", times));

    private static TemplateFault Exceeded(string source, TemplateBudget budget) =>
        Assert.Throws<TemplateBudgetExceeded>(() => Sample.Parsed(source).Render(Hundred, TemplateTarget.Html, budget)).Fault;
}
