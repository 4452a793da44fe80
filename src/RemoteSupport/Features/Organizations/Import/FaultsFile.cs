using CsvHelper;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Every fault of an import as CSV, written as it is read, and safe to open in a spreadsheet.</summary>
internal sealed class FaultsFile(Guid importId, IMediator mediator)
{
    private static readonly CsvWriterOptions Safe = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public IActionResult ToResult() => new PushFileStreamResult("text/csv", "import-errors.csv", WriteAsync);

    private async Task WriteAsync(Stream stream, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(stream, Safe, leaveOpen: true);
        csv.WriteHeader("line", "name", "column", "value", "reason");
        for (string? cursor = null; ;)
        {
            var page = (await mediator.Send(new ListImportFaults(importId) { Limit = 200, Cursor = cursor }, ct)).Value;
            foreach (var fault in page?.Faults ?? [])
            {
                csv.WriteField(fault.Line);
                foreach (var text in new[] { fault.Name, fault.Column, fault.Value, fault.Reason }) csv.WriteField(text);
                await csv.EndRecordAsync(ct);
            }

            if (page?.Next is not { } next) return;
            cursor = next;
        }
    }
}

/// <summary>A download that is written while it is made.</summary>
internal sealed class PushFileStreamResult(string type, string name, Func<Stream, CancellationToken, Task> write) : FileResult(type)
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = ContentType;
        response.Headers.ContentDisposition = $"attachment; filename={name}";
        await write(response.Body, context.HttpContext.RequestAborted);
    }
}
