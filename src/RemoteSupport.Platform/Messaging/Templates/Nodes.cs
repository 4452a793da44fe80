namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>A part of a template's tree.</summary>
internal abstract record Node(Place Place);

internal sealed record TextNode(Place Place, string Text) : Node(Place);

internal sealed record OutputNode(Place Place, Operand Value, IReadOnlyList<Pipe> Pipes) : Node(Place);

internal sealed record IfNode(Place Place, IReadOnlyList<Branch> Branches) : Node(Place);

internal sealed record ForNode(Place Place, string Variable, PathOperand List, IReadOnlyList<Node> Body) : Node(Place);

/// <summary>What is written under a condition; "else" has none.</summary>
internal sealed record Branch(Condition? Condition, IReadOnlyList<Node> Body);

/// <summary>One of the groups must hold with all its tests: "&amp;&amp;" binds tighter than "||".</summary>
internal sealed record Condition(IReadOnlyList<IReadOnlyList<Test>> AnyOfAll)
{
    public IEnumerable<Operand> Operands =>
        from tests in AnyOfAll
        from test in tests
        from term in new[] { test.Left, test.Right }
        where term is not null
        select term.Operand;
}

/// <summary>A term that must be true, or be equal (or not equal) to another.</summary>
internal sealed record Test(Term Left, bool WantEqual, Term? Right);

/// <summary>An operand under any number of "!", which bind tighter than "==".</summary>
internal sealed record Term(Operand Operand, int Negations);

internal abstract record Operand(Place Place);

internal sealed record PathOperand(Place Place, IReadOnlyList<string> Names) : Operand(Place)
{
    public string Path => string.Join('.', Names);
}

internal sealed record LiteralOperand(Place Place, TemplateValue Value) : Operand(Place);
