using System.Globalization;
using CsvHelper;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>
/// Reads a file row by row, never more of it than a buffer (RFC 4180; UTF-8; commas, semicolons or tabs, whichever it has). What spreadsheets would see as a
/// formula is written with an apostrophe before it, which is taken off.
/// </summary>
internal sealed class ImportFile : IDisposable
{
    private const int LongestRow = 64 * 1024;

    // What stands for bytes that are no UTF-8.
    private const char Unreadable = '\uFFFD';
    private readonly CsvReader csv;
    private string[] columns = [];
    private CsvMalformedReason? damage;

    /// <summary>Does not close the content.</summary>
    public ImportFile(Stream content)
    {
        var options = CsvReaderOptions.Default with { TrackLineNumbers = true, TrimWhitespace = true, MaxRecordSize = LongestRow, OnMalformedRecord = record => damage = record.Reason };
        csv = CsvReader.Create(content, options, leaveOpen: true);
    }

    /// <summary>Where the last row began, in bytes.</summary>
    public long Position => csv.ByteOffset;

    /// <summary>Reads the first line; answers what is wrong with it, or null.</summary>
    public async Task<ImportFileFlaw?> ReadHeaderAsync(CancellationToken ct)
    {
        try
        {
            await csv.ReadHeaderAsync(ct);
        }
        catch (CsvFormatException broken)
        {
            return FlawAt(broken.LineNumber);
        }

        columns = [.. csv.Headers.Select(name => name.Trim().ToLowerInvariant())];
        return columns.Length == 0 ? new ImportFileFlaw(ImportFileFlaw.Empty)
            : columns.Any(name => name.Contains(Unreadable, StringComparison.Ordinal)) ? new ImportFileFlaw(ImportFileFlaw.NotUtf8)
            : columns.Except(ImportColumns.All).FirstOrDefault() is { } unknown ? new ImportFileFlaw(ImportFileFlaw.UnknownColumn, unknown)
            : ImportColumns.Compulsory.Except(columns).FirstOrDefault() is { } missing ? new ImportFileFlaw(ImportFileFlaw.MissingColumn, missing)
            : columns.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice ? new ImportFileFlaw(ImportFileFlaw.SameColumnTwice, twice.Key)
            : null;
    }

    /// <summary>The next row; null at the end. Throws an <see cref="ImportFileException"/> when nothing more can be read.</summary>
    public async Task<ImportedRow?> ReadAsync(CancellationToken ct)
    {
        damage = null;
        try
        {
            if (!await csv.ReadAsync(ct)) return null;
        }
        catch (CsvFormatException broken)
        {
            throw new ImportFileException(FlawAt(broken.LineNumber), broken);
        }

        // Such a row has all others in it.
        if (damage == CsvMalformedReason.UnterminatedQuote) throw new ImportFileException(FlawAt(csv.LineNumber));
        var record = csv.Current.ToArray();
        if (record.Any(text => text.Contains(Unreadable, StringComparison.Ordinal))) throw new ImportFileException(new ImportFileFlaw(ImportFileFlaw.NotUtf8));
        var cells = new Dictionary<string, string>();
        foreach (var (column, text) in columns.Zip(record))
            if (Plain(text) is { Length: > 0 } plain) cells[column] = plain;
        return new ImportedRow((int)csv.LineNumber, cells, damage is not null || record.Length != columns.Length);
    }

    public void Dispose() => csv.Dispose();

    private static string Plain(string text) => SpreadsheetText.Unguard(text).Trim();

    private static ImportFileFlaw FlawAt(long line) => new(ImportFileFlaw.Unreadable, line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A file cannot be read on.</summary>
internal sealed class ImportFileException(ImportFileFlaw flaw, Exception? cause = null) : Exception(flaw.Sentence, cause)
{
    public ImportFileFlaw Flaw => flaw;
}
