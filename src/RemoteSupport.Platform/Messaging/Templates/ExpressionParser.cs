using System.Globalization;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Reads values, pipes and conditions. Whatever does not fit is reported and answered with null.</summary>
internal sealed class ExpressionParser(TokenReader reader, FaultList faults)
{
    /// <summary>Words that mean something else to Scriban than a variable of ours.</summary>
    private static readonly HashSet<string> Reserved =
    [
        "if", "else", "end", "for", "case", "when", "while", "break", "continue", "func", "import", "readonly", "with", "capture", "ret",
        "wrap", "do", "tablerow", "include", "include_join", "this", "empty", "null",
    ];

    public OutputNode? Output(Place place)
    {
        if (Value() is not { } value) return null;
        var pipes = new List<Pipe>();
        while (reader.TakeSymbol("|"))
        {
            if (ReadPipe() is not { } pipe) return null;
            pipes.Add(pipe);
        }

        return new(place, value, pipes);
    }

    public Condition? Condition()
    {
        var groups = new List<IReadOnlyList<Test>>();
        do
        {
            var tests = new List<Test>();
            do
            {
                if (ReadTest() is not { } test) return null;
                tests.Add(test);
            }
            while (reader.TakeSymbol("&&"));
            groups.Add(tests);
        }
        while (reader.TakeSymbol("||"));
        return new(groups);
    }

    public string? Name()
    {
        if (reader.Is(TokenKind.Word) && !reader.Current.Text.Contains('.') && !IsConstant(reader.Current.Text))
            return Path()?.Names[0];
        reader.Refuse("A name was expected here, not “{0}”.");
        return null;
    }

    public PathOperand? Path()
    {
        if (!reader.Is(TokenKind.Word) || IsConstant(reader.Current.Text))
        {
            reader.Refuse("A variable was expected here, not “{0}”.");
            return null;
        }

        var token = reader.Take();
        var names = token.Text.Split('.');
        if (!Reserved.Contains(names[0])) return new(token.Place, names);
        faults.Syntax(token.Place, "“{0}” is not available in messages.", names[0]);
        return null;
    }

    private Test? ReadTest()
    {
        if (ReadTerm() is not { } left) return null;
        var equal = reader.TakeSymbol("==");
        if (!equal && !reader.TakeSymbol("!=")) return new(left, true, null);
        return ReadTerm() is { } right ? new(left, equal, right) : null;
    }

    private Term? ReadTerm()
    {
        var negations = 0;
        while (reader.TakeSymbol("!")) negations++;
        return Value() is { } operand ? new(operand, negations) : null;
    }

    private Operand? Value()
    {
        var (kind, text, place) = reader.Current;
        switch (kind)
        {
            case TokenKind.Word when IsConstant(text): return Literal(new TemplateFlag(text == "true"));
            case TokenKind.Word: return Path();
            case TokenKind.Quoted: return Literal(new TemplateText(text));
            case TokenKind.Number when NumberIn(text) is { } number: return Literal(new TemplateNumber(number));
            default:
                reader.Refuse("A variable was expected here, not “{0}”.");
                return null;
        }

        LiteralOperand Literal(TemplateValue value)
        {
            reader.Take();
            return new(place, value);
        }
    }

    private Pipe? ReadPipe()
    {
        if (!reader.Is(TokenKind.Word) || !Pipe.Names.Contains(reader.Current.Text))
        {
            reader.Refuse("Messages have no function “{0}”; they have {1}.", string.Join(", ", Pipe.Names));
            return null;
        }

        var name = reader.Take().Text;
        if (name != Pipe.Truncate) return new(name);
        if (reader.Is(TokenKind.Number) && int.TryParse(reader.Current.Text, CultureInfo.InvariantCulture, out var length) && length >= 0)
        {
            reader.Take();
            return new(name, length);
        }

        reader.Refuse("A whole number was expected here, not “{0}”.");
        return null;
    }

    private static bool IsConstant(string word) => word is "true" or "false";

    private static decimal? NumberIn(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
