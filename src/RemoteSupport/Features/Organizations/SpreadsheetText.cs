namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Text in a file that spreadsheets open. What one of them would calculate (it begins with = + - @ or a tab; so every phone number does) gets an apostrophe before
/// it and is text; read back, it loses that one again, so that nothing changes on the way.
/// </summary>
internal static class SpreadsheetText
{
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];

    /// <summary>As it is written into a cell.</summary>
    public static string Guard(string text) => WouldCalculate(text) ? "'" + text : text;

    /// <summary>As it was before it was written; what people typed themselves stays as it is.</summary>
    public static string Unguard(string cell) => cell is ['\'', .. var text] && WouldCalculate(text) ? text : cell;

    // Apostrophes of the text itself are looked through, so that they come back, too.
    private static bool WouldCalculate(string text) => text.TrimStart('\'', ' ') is [var first, ..] && Formulas.Contains(first);
}
