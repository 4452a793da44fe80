using System.Text;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Organizations;

/// <summary>Writes an export while it is being read, as the file that an import reads (OR-8).</summary>
internal sealed class OrganizationsFile(OrganizationExport export) : IResult
{
    private const int FlushAt = 1 << 15;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"accounts.csv\"";
        response.Headers.CacheControl = "no-store";
        // Spreadsheets take a file for UTF-8 only if it begins with this mark.
        var text = new StringBuilder("\uFEFF" + OrganizationLine.Head);
        await foreach (var organization in export.Organizations.WithCancellation(ct))
        {
            text.Append(OrganizationLine.Of(organization));
            if (text.Length < FlushAt) continue;
            // A slow reader's login can end meanwhile. A file that stops half-way must not look whole, so the connection is cut.
            if (await httpContext.RequestServices.GetRequiredService<SessionRecheck>().RefusalAsync() is not null)
            {
                httpContext.Abort();
                return;
            }

            await response.WriteAsync(text.ToString(), ct);
            text.Clear();
        }

        await response.WriteAsync(text.ToString(), ct);
    }
}
