using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Operations;

/// <summary>What load balancers and supervisors ask, on any host (OP-1): live means restart me otherwise, ready means send me people.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health");
        health.ExcludeFromDescription().ShortCircuit().WithMetadata(new ExcludeFromMultiTenantResolutionAttribute());
        health.MapGet("/live", () => Answer(null));
        health.MapGet("/ready", async (Readiness readiness, CancellationToken ct) => Answer(await readiness.MissingAsync(ct)));
    }

    private static IResult Answer(string? missing) => missing is null
        ? Results.Json(new { status = "ok" })
        : Results.Json(new { status = "unavailable", missing }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
