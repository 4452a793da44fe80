using System.Text.RegularExpressions;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>One row of the file: where it stands, and what its cells say. A blank cell says nothing.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">By column, without those that are blank.</param>
/// <param name="IsDamaged">True when it cannot be read as a row: a stray quotation mark, a cell too few or too many.</param>
internal sealed partial record ImportedRow(int Line, IReadOnlyDictionary<string, string> Cells, bool IsDamaged)
{
    /// <summary>The key of the account.</summary>
    public string? Reference => this[ImportColumns.Reference];

    /// <summary>The numbers as written, each by itself.</summary>
    public IReadOnlyList<string> Numbers => Split(ImportColumns.Numbers, BetweenNumbers());

    /// <summary>The addresses as written, each by itself.</summary>
    public IReadOnlyList<string> Contacts => Split(ImportColumns.Contacts, BetweenAddresses());

    /// <summary>What a cell says; null when it is blank or its column is missing.</summary>
    public string? this[string column] => Cells.GetValueOrDefault(column);

    private string[] Split(string column, Regex between) => this[column] is { } text ? [.. between.Split(text).Where(part => part.Length > 0)] : [];

    [GeneratedRegex(@"\s*[;,\r\n]\s*")]
    private static partial Regex BetweenNumbers();

    [GeneratedRegex(@"[;,\s]+")]
    private static partial Regex BetweenAddresses();
}
