using System.Globalization;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Reads names, paths and literals. Whatever does not fit is reported and answered with null.</summary>
internal sealed class ValueParser(TokenReader reader, FaultList faults)
{
    /// <summary>Words that mean something else to Scriban than a variable of ours.</summary>
    private static readonly HashSet<string> Reserved =
    [
        "if", "else", "end", "for", "case", "when", "while", "break", "continue", "func", "import", "readonly", "with", "capture", "ret",
        "wrap", "do", "tablerow", "include", "include_join", "this", "empty", "null", "true", "false",
    ];

    public Operand? Value()
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

    private static bool IsConstant(string word) => word is "true" or "false";

    private static decimal? NumberIn(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
