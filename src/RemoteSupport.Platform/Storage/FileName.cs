namespace RemoteSupport.Platform.Storage;

/// <summary>What a file is called for people. Nothing on a disk ever has that name.</summary>
internal static class FileName
{
    private const int Longest = 200;

    /// <summary>Without folders, control characters and what turns the direction of writing; shortened before its ending.</summary>
    public static string Of(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.EnumerateRunes().Where(IsPlain).Select(rune => rune.ToString())).Trim();
        if (name.Length == 0) return "file";
        if (name.Length <= Longest) return name;
        var ending = Path.GetExtension(name);
        return ending.Length < 20 ? Cut(name, Longest - ending.Length) + ending : Cut(name, Longest);
    }

    private static bool IsPlain(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is not
        (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or
         System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.Surrogate) && rune != System.Text.Rune.ReplacementChar;

    private static string Cut(string name, int length) => char.IsHighSurrogate(name[length - 1]) ? name[..(length - 1)] : name[..length];
}
