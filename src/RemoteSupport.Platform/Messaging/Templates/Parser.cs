namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Makes tokens into a tree. After a fault it goes on behind the block, so that an editor shows more than the first one.</summary>
internal sealed class Parser
{
    private readonly TokenReader reader;
    private readonly FaultList faults;
    private readonly ValueParser values;
    private readonly ExpressionParser expressions;
    private readonly Stack<OpenBlock> open = new([new OpenBlock(new(1, 1), "")]);

    public Parser(IReadOnlyList<Token> tokens, FaultList faults)
    {
        this.faults = faults;
        reader = new(tokens, faults);
        values = new(reader, faults);
        expressions = new(reader, values);
    }

    public int Steps => reader.Steps;

    public IReadOnlyList<Node> Read()
    {
        while (!reader.AtEnd)
        {
            var token = reader.Take();
            if (token.Kind == TokenKind.Text) open.Peek().Body.Add(new TextNode(token.Place, token.Text));
            else ReadCode(token.Place);
        }

        while (open.Count > 1)
        {
            var block = open.Pop();
            faults.Syntax(block.Place, "This “{0}” has no “end”.", block.Keyword);
        }

        return open.Peek().Body;
    }

    private void ReadCode(Place place)
    {
        reader.SkipLineBreaks();
        if (!reader.Is(TokenKind.CodeEnd) && ReadStatement())
        {
            reader.SkipLineBreaks();
            if (!reader.Is(TokenKind.CodeEnd)) reader.Refuse("“{0}” does not fit here.");
        }

        reader.SkipToCodeEnd();
        if (reader.AtEnd) LeaveUnclosed(place);
        else reader.Take();
    }

    private bool ReadStatement()
    {
        var place = reader.Current.Place;
        if (reader.TakeWord("if")) return ReadIf(place);
        if (reader.TakeWord("else")) return ReadElse(place);
        if (reader.TakeWord("for")) return ReadFor(place);
        if (reader.TakeWord("end")) return ReadEnd(place);
        if (expressions.Output(place) is not { } output) return false;
        open.Peek().Body.Add(output);
        return true;
    }

    private bool ReadIf(Place place)
    {
        var condition = expressions.Condition();
        return Open(new OpenIf(place, condition)) && condition is not null;
    }

    private bool ReadElse(Place place)
    {
        if (open.Peek() is not OpenIf { HasElse: false } block)
        {
            faults.Syntax(place, "This “{0}” belongs to no “if”.", "else");
            return false;
        }

        var hasCondition = reader.TakeWord("if");
        var condition = hasCondition ? expressions.Condition() : null;
        block.Else(condition, isLast: !hasCondition);
        return !hasCondition || condition is not null;
    }

    private bool ReadFor(Place place)
    {
        var variable = values.Name();
        var hasIn = variable is not null && reader.TakeWord("in");
        if (variable is not null && !hasIn) reader.Refuse("The word “in” was expected here, not “{0}”.");
        var list = hasIn ? values.Path() : null;
        return Open(new OpenFor(place, variable, list)) && list is not null;
    }

    private bool ReadEnd(Place place)
    {
        if (open.Count == 1)
        {
            faults.Syntax(place, "This “{0}” belongs to no “if” or “for”.", "end");
            return false;
        }

        if (open.Pop().Close() is { } node) open.Peek().Body.Add(node);
        return true;
    }

    private bool Open(OpenBlock block)
    {
        if (open.Count <= TemplateBudget.Default.Depth)
        {
            open.Push(block);
            return true;
        }

        faults.Add(block.Place.Fault("too_deep", "“if” and “for” stand in each other more than {0} deep.", TemplateBudget.Default.Depth));
        GiveUp();
        return false;
    }

    private void LeaveUnclosed(Place place)
    {
        if (faults.IsEmpty) faults.Syntax(place, "The block that begins here is not closed with “{0}”.", "}}");
        GiveUp();
    }

    /// <summary>What follows would only be faults that follow from the first.</summary>
    private void GiveUp()
    {
        reader.SkipAll();
        while (open.Count > 1) open.Pop();
    }
}
