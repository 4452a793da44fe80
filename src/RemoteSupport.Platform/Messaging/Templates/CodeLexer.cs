using System.Text;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Reads what stands between {{ and }}.</summary>
internal sealed class CodeLexer(Cursor cursor, FaultList faults, List<Token> tokens)
{
    /// <summary>Reads one block and gives the white space mode at its end.</summary>
    public char Read()
    {
        while (!cursor.AtEnd)
        {
            if (EndLength() is > 0 and var length) return ReadEnd(length);
            ReadToken();
        }

        return default;
    }

    private char ReadEnd(int length)
    {
        var (place, mode) = (cursor.Place, cursor.Look());
        tokens.Add(new(TokenKind.CodeEnd, cursor.TakeMany(length), place));
        return length == 3 ? mode : default;
    }

    private void ReadToken()
    {
        var place = cursor.Place;
        switch (cursor.Look())
        {
            case '\n': Add(TokenKind.LineBreak, cursor.TakeMany(1)); break;
            case '#': SkipComment(); break;
            case '"' or '\'': Add(TokenKind.Quoted, ReadQuoted()); break;
            case >= '0' and <= '9': Add(TokenKind.Number, ReadNumber()); break;
            case '-' when char.IsAsciiDigit(cursor.Look(1)): Add(TokenKind.Number, cursor.Take() + ReadNumber()); break;
            case var first when StartsName(first): Add(TokenKind.Word, ReadPath()); break;
            case var first when char.IsWhiteSpace(first): cursor.Take(); break;
            default: Add(TokenKind.Symbol, ReadSymbol()); break;
        }

        void Add(TokenKind kind, string text) => tokens.Add(new(kind, text, place));
    }

    private int EndLength()
    {
        if (cursor.Sees("}}")) return 2;
        return cursor.Sees("-}}") || cursor.Sees("~}}") ? 3 : 0;
    }

    private void SkipComment()
    {
        var isLong = cursor.Sees("##");
        cursor.TakeMany(isLong ? 2 : 1);
        while (!cursor.AtEnd && EndLength() == 0 && (isLong || cursor.Look() != '\n'))
        {
            if (isLong && cursor.Sees("##"))
            {
                cursor.TakeMany(2);
                return;
            }

            cursor.Take();
        }
    }

    private string ReadQuoted()
    {
        var (place, quote, text) = (cursor.Place, cursor.Take(), new StringBuilder());
        while (!cursor.AtEnd && cursor.Look() != quote)
        {
            if (cursor.Look() == '\\') RefuseEscape();
            text.Append(cursor.Take());
        }

        if (cursor.AtEnd) faults.Syntax(place, "The text that begins here has no closing quotation mark.");
        else cursor.Take();
        return text.ToString();
    }

    /// <summary>Scriban has escapes for line breaks and codes too; a message writes those as they are.</summary>
    private void RefuseEscape()
    {
        if (cursor.Look(1) is not ('\\' or '"' or '\'')) faults.Syntax(cursor.Place, "A backslash stands only before “\\”, “\"” or “'”.");
        cursor.Take();
    }

    private string ReadNumber()
    {
        var start = cursor.At;
        cursor.TakeWhile(char.IsAsciiDigit);
        if (cursor.Look() == '.' && char.IsAsciiDigit(cursor.Look(1)))
        {
            cursor.Take();
            cursor.TakeWhile(char.IsAsciiDigit);
        }

        return cursor.Since(start);
    }

    private string ReadPath()
    {
        var start = cursor.At;
        cursor.TakeWhile(ContinuesName);
        while (cursor.Look() == '.' && StartsName(cursor.Look(1)))
        {
            cursor.Take();
            cursor.TakeWhile(ContinuesName);
        }

        return cursor.Since(start);
    }

    private string ReadSymbol() =>
        cursor.TakeMany(cursor.Sees("==") || cursor.Sees("!=") || cursor.Sees("&&") || cursor.Sees("||") ? 2 : 1);

    private static bool StartsName(char letter) => letter == '_' || char.IsLetter(letter);

    private static bool ContinuesName(char letter) => StartsName(letter) || char.IsDigit(letter);
}
