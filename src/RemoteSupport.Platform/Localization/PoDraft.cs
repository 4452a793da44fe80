using System.Globalization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Localization;

/// <summary>An entry while its lines are being read.</summary>
internal sealed partial class PoDraft(IReadOnlyList<string> flags)
{
    private const int MostForms = 8;

    private readonly Dictionary<string, string> texts = [];
    private string last = "";
    private int line;

    public bool IsOnlyContext => texts.Count == 1 && texts.ContainsKey("msgctxt");
    public bool HasForms => texts.Keys.Any(IsForm);

    /// <summary>Takes a keyword's text; false, with the fault, if it may not stand here.</summary>
    public bool Set(string keyword, string text, int line, out string fault)
    {
        fault = "";
        if (keyword is not ("msgctxt" or "msgid" or "msgid_plural") && !IsForm(keyword))
            fault = $"Unknown keyword \"{keyword}\".";
        else if (keyword is "msgid_plural" && HasForms)
            fault = "msgid_plural stands before msgstr.";
        else if (IsForm(keyword) && !texts.ContainsKey("msgid"))
            fault = "msgid stands before msgstr.";
        else if (IsForm(keyword) && keyword is "msgstr" == texts.ContainsKey("msgid_plural"))
            fault = "With msgid_plural the forms are numbered, without it there is one msgstr.";
        else if (!texts.TryAdd(keyword, text))
            fault = $"{keyword} stands in this entry twice.";
        if (keyword is "msgid")
            this.line = line;
        last = keyword;
        return fault.Length == 0;
    }

    public void Continue(string text) => texts[last] += text;

    public PoEntry? Complete() => !HasForms ? null : new()
    {
        Context = texts.GetValueOrDefault("msgctxt"),
        Id = texts["msgid"],
        PluralId = texts.GetValueOrDefault("msgid_plural"),
        Forms = Forms(),
        Flags = flags,
        Line = line,
    };

    /// <summary>By number, whatever the order of the lines: a form that is missing leaves its place empty and moves no other.</summary>
    private string[] Forms()
    {
        var numbered = texts.Where(text => IsForm(text.Key)).ToDictionary(text => Number(text.Key), text => text.Value);
        return [.. Enumerable.Range(0, numbered.Keys.Max() + 1).Select(number => numbered.GetValueOrDefault(number, ""))];
    }

    private static bool IsForm(string keyword) => Form().IsMatch(keyword) && Number(keyword) < MostForms;

    private static int Number(string keyword) =>
        keyword is "msgstr" ? 0 : int.Parse(keyword.AsSpan()["msgstr[".Length..^1], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^msgstr(\[[0-9]{1,2}\])?$")]
    private static partial Regex Form();
}
