using MediatR;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Activation;

internal static class ActivationApi
{
    public static void MapActivation(this IEndpointRouteBuilder api) =>
        api.MapPost("/activations/redeem", async (ActivateAccount body, IMediator mediator) => (await mediator.Send(body)).ToResult())
            .WithSummary("Activates an invited account with its link's token and the first password: once, within 7 days (OR-2).")
            .RequireRateLimiting(RateLimits.Anonymous)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status410Gone);
}
