namespace RemoteSupport.Platform.Localization;

/// <summary>Reads the entries of a GNU gettext PO file, line by line.</summary>
internal sealed class PoReader(string file)
{
    private readonly List<PoEntry> entries = [];
    private readonly List<string> flags = [];
    private PoDraft? draft;
    private int lineNumber;

    public IReadOnlyList<PoEntry> Read(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            lineNumber++;
            ReadLine(line.TrimEnd('\r'));
        }
        Finish();
        return entries;
    }

    private void ReadLine(string line)
    {
        var start = line.Length - line.AsSpan().TrimStart(" \t\uFEFF").Length;
        if (start == line.Length)
            return;
        if (line[start] == '#')
            ReadComment(line[start..]);
        else if (line[start] == '"')
            Draft(start).Continue(ReadText(line, start));
        else
            ReadKeyword(line, start);
    }

    /// <summary>Of the comments only the flags (<c>#,</c>) mean something to us; obsolete entries (<c>#~</c>) are comments too.</summary>
    private void ReadComment(string comment)
    {
        if (draft is { HasForms: true })
            Finish();
        if (comment.StartsWith("#,", StringComparison.Ordinal))
            flags.AddRange(comment[2..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        else if (comment.StartsWith("#~", StringComparison.Ordinal))
            flags.Clear();
    }

    private void ReadKeyword(string line, int start)
    {
        var quote = line.IndexOf('"', start);
        if (quote < 0)
            throw Fault(start, "Expected a keyword and a text in quotes.");
        var text = ReadText(line, quote);
        var keyword = line[start..quote].Trim();
        if (keyword is "msgctxt" || (keyword is "msgid" && draft is not { IsOnlyContext: true }))
            Begin();
        if (!Draft(start).Set(keyword, text, lineNumber, out var fault))
            throw Fault(start, fault);
    }

    private string ReadText(string line, int quote)
    {
        try
        {
            return PoText.Unquote(line, quote);
        }
        catch (PoTextException fault)
        {
            throw Fault(fault.Index, fault.Message);
        }
    }

    private void Begin()
    {
        Finish();
        draft = new PoDraft([.. flags]);
        flags.Clear();
    }

    private void Finish()
    {
        if (draft is null)
            return;
        entries.Add(draft.Complete() ?? throw Fault(0, "The entry before this line has no msgid or no msgstr."));
        draft = null;
    }

    private PoDraft Draft(int column) => draft ?? throw Fault(column, "An entry begins with msgctxt or msgid.");

    private PoException Fault(int index, string fault) => new(file, lineNumber, index + 1, fault);
}
