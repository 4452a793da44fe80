using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Audit;

/// <summary>Writes an export while it is being read, as a file: "csv" for people and spreadsheets, "jsonl" for programs.</summary>
internal sealed class AuditFile(AuditExport export, string format) : IResult
{
    private const int FlushAt = 1 << 15;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var words = services.GetRequiredService<AuditWords>();
        var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"audit-trail.{format}\"";
        response.Headers.CacheControl = "no-store";
        var line = format == "csv" ? CsvLine(words) : JsonLine(words, services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        // Spreadsheets take a file for UTF-8 only if it begins with this mark.
        var text = new StringBuilder(format == "csv" ? "\uFEFF" + Csv.Line(Head(services.GetRequiredService<IStringLocalizer>())) : "");
        await foreach (var entry in export.Events.WithCancellation(ct))
        {
            text.Append(line(entry));
            if (text.Length < FlushAt) continue;
            // A slow reader's login can end meanwhile. A file that stops half-way must not look whole, so the connection is cut.
            if (await services.GetRequiredService<SessionRecheck>().RefusalAsync() is not null)
            {
                httpContext.Abort();
                return;
            }

            await response.WriteAsync(text.ToString(), ct);
            text.Clear();
        }

        await response.WriteAsync(text.ToString(), ct);
    }

    private static string[] Head(IStringLocalizer localizer) =>
    [
        localizer["Time"], localizer["Person"], localizer["Role"], localizer["IP address"], localizer["Organization"], localizer["Action"], localizer["What it was done to"],
        localizer["Field"], localizer["Before"], localizer["After"],
    ];

    /// <summary>One line a changed field, so that each has its own before and after.</summary>
    private static Func<AuditEvent, string> CsvLine(AuditWords words) => entry =>
    {
        string[] about =
        [
            entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), words.Actor(entry), words.Role(entry), entry.Ip?.ToString() ?? "", entry.OrganizationName ?? "",
            words.Action(entry.Action), words.Target(entry),
        ];
        return entry.Changes.Count == 0
            ? Csv.Line([.. about, "", "", ""])
            : string.Concat(entry.Changes.Select(change => Csv.Line([.. about, words.Field(change.Field), words.Value(change.Field, change.Before), words.Value(change.Field, change.After)])));
    };

    private static Func<AuditEvent, string> JsonLine(AuditWords words, JsonSerializerOptions options) => entry => JsonSerializer.Serialize(AuditEventAnswer.Of(entry, words), options) + "\n";
}

/// <summary>Comma-separated values (RFC 4180).</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>What a spreadsheet would take for a formula gets a quote before it, and is text.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && Formulas.Contains(text.TrimStart(' ').FirstOrDefault()) ? "'" + text : text;
        return !safe.AsSpan().ContainsAny(Quoted) ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
