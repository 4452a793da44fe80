namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Walks the tree once and writes it with a model's values.</summary>
internal sealed class Renderer(TemplateObject model, TargetWriter writer, Spending spending)
{
    private readonly Stack<(string Name, TemplateValue Value)> loops = [];

    public void Render(IReadOnlyList<Node> nodes) => Render(nodes, 0);

    private void Render(IReadOnlyList<Node> nodes, int depth)
    {
        spending.Enter(depth);
        foreach (var node in nodes)
        {
            spending.Step(node.Place);
            Render(node, depth);
        }
    }

    private void Render(Node node, int depth)
    {
        switch (node)
        {
            case TextNode text: writer.WriteOwn(text.Text); break;
            case OutputNode output: writer.WriteValue(output.Pipes.Aggregate(ValueOf(output.Value), Applied)); break;
            case IfNode choice when choice.Branches.FirstOrDefault(Holds) is { } branch: Render(branch.Body, depth + 1); break;
            case ForNode loop when ValueOf(loop.List) is TemplateList list: Repeat(loop, list, depth + 1); break;
        }
    }

    private void Repeat(ForNode loop, TemplateList list, int depth)
    {
        foreach (var item in list.Items)
        {
            spending.Step(loop.Place);
            loops.Push((loop.Variable, item));
            Render(loop.Body, depth);
            loops.Pop();
        }
    }

    private TemplateText Applied(TemplateValue value, Pipe pipe)
    {
        spending.Step(spending.Place);
        spending.Work(value.Text);
        return new(pipe.Apply(value.Text));
    }

    private bool Holds(Branch branch) => branch.Condition?.AnyOfAll.Any(tests => tests.All(Holds)) ?? true;

    private bool Holds(Test test)
    {
        spending.Step(test.Left.Operand.Place);
        var left = ValueOf(test.Left);
        return test.Right is null ? left.IsTrue : AreEqual(left, ValueOf(test.Right)) == test.WantEqual;
    }

    /// <summary>Scriban's rule: null equals only null, beside a text everything is compared as text, otherwise only like with like.</summary>
    private bool AreEqual(TemplateValue left, TemplateValue right)
    {
        var isNull = left is TemplateNothing || right is TemplateNothing;
        if (isNull || (left is not TemplateText && right is not TemplateText)) return left.Equals(right);
        spending.Work(left.Text);
        return left.Text == right.Text;
    }

    private TemplateValue ValueOf(Term term)
    {
        var value = ValueOf(term.Operand);
        return term.Negations == 0 ? value : new TemplateFlag(value.IsTrue == (term.Negations % 2 == 0));
    }

    private TemplateValue ValueOf(Operand operand) => operand switch
    {
        LiteralOperand literal => literal.Value,
        PathOperand path => Find(path),
        _ => TemplateNothing.Value,
    };

    private TemplateValue Find(PathOperand path)
    {
        var found = loops.FirstOrDefault(loop => loop.Name == path.Names[0]).Value ?? Member(model, path.Names[0]);
        for (var i = 1; i < path.Names.Count && found is not TemplateNothing; i++) found = Member(found, path.Names[i]);
        return found;
    }

    private static TemplateValue Member(TemplateValue value, string name) =>
        (value as TemplateObject)?.Members.GetValueOrDefault(name) ?? TemplateNothing.Value;
}
