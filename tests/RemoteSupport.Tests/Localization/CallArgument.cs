namespace RemoteSupport.Tests.Localization;

/// <summary>One argument of a call, as far as a scanner must know it: the name before an equals sign, and the texts it can become.</summary>
internal sealed class CallArgument
{
    public string Head { get; private set; } = "";
    public List<string> Texts { get; } = [];
    public bool IsInterpolated { get; private set; }

    /// <summary>The arguments from behind an opening bracket up to its closing one.</summary>
    public static IReadOnlyList<CallArgument> Read(string source, int at)
    {
        var arguments = new List<CallArgument> { new() };
        var open = new Stack<char>();
        for (var before = '\0'; at < source.Length;)
        {
            if (CSharpLiteral.At(source, at) is { } literal)
            {
                // Braces are those of a switch expression; what stands in other brackets goes elsewhere.
                if (open.All(bracket => bracket == '{'))
                    arguments[^1].Take(literal, before);
                (at, before) = (literal.End, '"');
                continue;
            }
            var character = source[at];
            if (character is '(' or '[' or '{')
                open.Push(character);
            else if (character is ')' or ']' or '}' or ';' && !open.TryPop(out _))
                break;
            if (character == ',' && open.Count == 0)
            {
                arguments.Add(new());
                before = '\0';
            }
            else if (!char.IsWhiteSpace(character))
            {
                before = character;
                if (arguments[^1].Texts.Count == 0)
                    arguments[^1].Head += character;
            }
            at = SourceText.EndOfLiteral(source, at) ?? at + 1;
        }
        return arguments;
    }

    /// <summary>A literal is the argument, a branch of it, or the rest of the one before a plus; otherwise it is none.</summary>
    private void Take(CSharpLiteral literal, char before)
    {
        if (literal is { Text.Length: 0, IsInterpolated: false })
            return;
        if (before is '\0' or '?' or ':' or '>' || (before == '=' && IsAssigned()))
            Texts.Add(literal.Text);
        else if (before == '+' && Texts.Count > 0)
            Texts[^1] += literal.Text;
        else
            return;
        IsInterpolated |= literal.IsInterpolated;
    }

    private bool IsAssigned() => Head.TrimEnd('=') is var name && name.Length == Head.Length - 1 && name.All(char.IsLetterOrDigit);
}
