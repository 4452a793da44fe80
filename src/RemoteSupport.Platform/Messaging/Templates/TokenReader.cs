namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Goes through the tokens once.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens, FaultList faults)
{
    private int at;

    public int Steps { get; private set; }

    public Token Current => tokens[at];

    public bool AtEnd => Current.Kind == TokenKind.End;

    public bool Is(TokenKind kind) => Current.Kind == kind;

    public Token Take()
    {
        Steps++;
        var taken = Current;
        if (!AtEnd) at++;
        return taken;
    }

    public bool TakeSymbol(string symbol) => TakeIf(Is(TokenKind.Symbol) && Current.Text == symbol);

    public bool TakeWord(string word) => TakeIf(Is(TokenKind.Word) && Current.Text == word);

    public void SkipLineBreaks()
    {
        while (Is(TokenKind.LineBreak)) Take();
    }

    public void SkipToCodeEnd()
    {
        while (!AtEnd && !Is(TokenKind.CodeEnd)) Take();
    }

    public void SkipAll() => at = tokens.Count - 1;

    /// <summary>Reports the current token with a sentence whose {0} it is. The end of the source is reported once, where its block began.</summary>
    public void Refuse(string message, params object[] more)
    {
        if (!AtEnd) faults.Syntax(Current.Place, message, [Is(TokenKind.LineBreak) ? "↵" : Current.Text, .. more]);
    }

    private bool TakeIf(bool wanted)
    {
        if (wanted) Take();
        return wanted;
    }
}
