using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.LocalOutbox;

internal static class LocalOutboxSlice
{
    /// <summary>No script, nothing from elsewhere; only our page may frame it, and its links may leave the frame.</summary>
    private const string DocumentPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'";

    public static IServiceCollection AddLocalOutbox(this IServiceCollection services) => services.AddSingleton<OutboxReader>();

    /// <summary>What programs and the page's frame read. Outside Development there is nothing here.</summary>
    public static void MapLocalOutbox(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment()) return;
        var outbox = app.MapGroup("/dev");
        outbox.ExcludeFromDescription().WithMetadata(new ExcludeFromMultiTenantResolutionAttribute());
        outbox.MapGet("/outbox.json", ListAsync);
        outbox.MapGet("/outbox/{id:guid}/html", ShowAsync).WithMetadata(new ContentPolicyAttribute { Instead = DocumentPolicy });
    }

    private static async Task<IResult> ListAsync(string? to, int? limit, OutboxReader reader, HttpContext context)
    {
        if (await reader.TenantsAsync(context) is not { } tenants) return Results.NotFound();
        var messages = await reader.ListAsync(tenants, new ListOutbox { To = to, Limit = Math.Clamp(limit ?? 100, 1, 1_000) });
        return Results.Json(messages.Select(message => new { message.Id, message.At, message.Channel, message.To, message.Subject, message.Text, message.Html, message.Message, message.Language }));
    }

    private static async Task<IResult> ShowAsync(Guid id, OutboxReader reader, HttpContext context)
    {
        if (await reader.TenantsAsync(context) is not { } tenants || await reader.FindAsync(tenants, id) is not { } message) return Results.NotFound();
        return Results.Content(await reader.DocumentAsync(message), "text/html; charset=utf-8");
    }
}
