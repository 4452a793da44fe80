using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>
/// Where the operator's mail server hands over what comes back to the bounce domain: POST /bounces/{secret}?to=…, the message as its body. The
/// address says which tenant's message it is, so it is asked on any host.
/// </summary>
internal sealed class Bounces(BounceAddress addresses, TenantStore store, TenantWork work, IOptions<EmailOptions> email)
{
    private const int Largest = 1 << 20;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bounces/{secret}", async (string secret, string? to, HttpRequest request, Bounces bounces) => await bounces.TakeAsync(secret, to, request))
            .ExcludeFromDescription().WithMetadata(new ExcludeFromMultiTenantResolutionAttribute());

    /// <summary>Answers 204 also to what is no bounce or none of ours: the mail server shall not keep it.</summary>
    private async Task<IResult> TakeAsync(string secret, string? to, HttpRequest request)
    {
        if (!Knows(secret)) return Results.NotFound();
        if (request.ContentLength > Largest) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var reader = new StreamReader(request.Body, Encoding.Latin1);
        if (BounceReport.Read(await reader.ReadToEndAsync(request.HttpContext.RequestAborted)) is { IsFinal: true } report && addresses.Read(to ?? report.Recipient) is { } found)
            await RecordAsync(found.TenantId, new RecordBounce(found.MessageId, report.Words));
        return Results.NoContent();
    }

    private async Task RecordAsync(Guid tenantId, RecordBounce record)
    {
        if (await store.GetAsync(tenantId) is { } tenant) await work.RunAsync(tenant, scope => scope.GetRequiredService<IMediator>().Send(record));
    }

    private bool Knows(string secret) =>
        email.Value.BounceSecret is { Length: >= 20 } ours && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(ours)));
}
