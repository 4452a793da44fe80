namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>What came of parsing: a template, or the faults that stand in its way.</summary>
public sealed record TemplateParse(Template? Template, IReadOnlyList<TemplateFault> Faults);

/// <summary>A text with variables, in the part of Scriban's language that messages need (docs/decisions/0003-template-engine.md).</summary>
public sealed class Template
{
    /// <summary>The longest source, in UTF-16 units.</summary>
    public const int MaxSourceLength = 200_000;

    private readonly IReadOnlyList<Node> nodes;

    private Template(IReadOnlyList<Node> nodes) => this.nodes = nodes;

    /// <summary>Reads a source. Never throws: what is wrong comes back as faults.</summary>
    public static TemplateParse Parse(string source) => Parse(source, out _);

    /// <summary>What stands in the template but not in the model, and what should be written in it whatever the conditions but is not (MT-2).</summary>
    /// <param name="shape">What the message's model has.</param>
    /// <param name="compulsory">Paths that must be written, without a pipe, on every way through the template, such as the link.</param>
    public IReadOnlyList<TemplateFault> Check(ModelShape shape, IEnumerable<string>? compulsory = null)
    {
        var faults = new FaultList();
        new VariableCheck(shape, faults).Check(nodes);
        var written = CompulsoryCheck.AlwaysWritten(nodes);
        foreach (var path in (compulsory ?? []).Where(path => !written.Contains(path)))
            faults.Add(new(1, 1, "missing_variable", "The variable “{0}” must be written in this text, whatever the conditions and unchanged.", path));
        return faults.InOrder;
    }

    /// <summary>What in a template for <see cref="TemplateTarget.Html"/> would act, fetch, or let a value out of its place (MT-5).</summary>
    public IReadOnlyList<TemplateFault> CheckHtml()
    {
        var faults = new FaultList();
        HtmlCheck.Check(nodes, faults);
        return faults.InOrder;
    }

    /// <summary>Writes the template with a model's values. What the model does not have is written as nothing.</summary>
    /// <exception cref="TemplateBudgetExceeded">It would take too long or grow too large.</exception>
    public string Render(TemplateObject model, TemplateTarget target, TemplateBudget? budget = null)
    {
        var spending = new Spending(budget ?? TemplateBudget.Default);
        var writer = new TargetWriter(target, spending);
        new Renderer(model, writer, spending).Render(nodes);
        return writer.Result;
    }

    internal static TemplateParse Parse(string source, out int steps)
    {
        steps = 0;
        if (source.Length > MaxSourceLength)
            return new(null, [new(1, 1, "too_large", "The text is too long; it can have {0} characters at most.", MaxSourceLength)]);

        var faults = new FaultList();
        var lexer = new Lexer(source, faults);
        var parser = new Parser(lexer.Read(), faults);
        var nodes = parser.Read();
        steps = lexer.Steps + parser.Steps;
        return new(faults.IsEmpty ? new Template(nodes) : null, faults.InOrder);
    }
}
