namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Parts a source into text and code blocks, with the white space that the blocks take already gone.</summary>
internal sealed class Lexer(string source, FaultList faults)
{
    private const string Blanks = " \t\v\f\u00a0";
    private readonly Cursor cursor = new(source);
    private readonly List<Token> tokens = [];
    private char whitespaceAfter;

    public int Steps => cursor.Steps;

    public IReadOnlyList<Token> Read()
    {
        var code = new CodeLexer(cursor, faults, tokens);
        while (!cursor.AtEnd)
        {
            ReadText();
            if (cursor.AtEnd) break;
            ReadStart();
            whitespaceAfter = code.Read();
        }

        tokens.Add(new(TokenKind.End, "", cursor.Place));
        return tokens;
    }

    private void ReadText()
    {
        var (start, place) = (cursor.At, cursor.Place);
        while (!cursor.AtEnd && !cursor.Sees("{{"))
        {
            RefuseEscapeBlock();
            cursor.Take();
        }

        var text = After(cursor.Since(start), whitespaceAfter);
        if (!cursor.AtEnd) text = Before(text, cursor.Look(2));
        if (text.Length > 0) tokens.Add(new(TokenKind.Text, text, place));
    }

    private void ReadStart()
    {
        var place = cursor.Place;
        tokens.Add(new(TokenKind.CodeStart, cursor.TakeMany(cursor.Look(2) is '-' or '~' ? 3 : 2), place));
    }

    /// <summary>For Scriban {%{ begins a block of its own; taken as text here, the template would read differently there.</summary>
    private void RefuseEscapeBlock()
    {
        if (!cursor.Sees("{%")) return;
        var length = 1;
        while (cursor.Look(length) == '%') length++;
        if (cursor.Look(length) == '{') faults.Syntax(cursor.Place, "“{0}” is not available in messages.", "{%{");
    }

    /// <summary>"-" takes all white space, "~" up to and with the first line break.</summary>
    private static string After(string text, char mode)
    {
        if (mode == '-') return text.TrimStart();
        if (mode != '~') return text;
        var rest = text.TrimStart([.. Blanks, '\r']);
        return rest.StartsWith('\n') ? rest[1..] : rest;
    }

    /// <summary>"-" takes all white space, "~" back to a line break, which stays.</summary>
    private static string Before(string text, char mode) => mode switch
    {
        '-' => text.TrimEnd(),
        '~' => text.TrimEnd([.. Blanks]),
        _ => text,
    };
}
