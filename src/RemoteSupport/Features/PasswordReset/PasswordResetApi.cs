using MediatR;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.PasswordReset;

internal static class PasswordResetApi
{
    public static void MapPasswordReset(this IEndpointRouteBuilder api)
    {
        api.MapPost("/password-resets", async (AskForPasswordReset body, IMediator mediator) => (await mediator.Send(body)).ToResult(_ => Results.Accepted()))
            .WithSummary("Asks for a link that sets a new password; the answer is the same for unknown addresses (AC-6).")
            .RequireRateLimiting(RateLimits.Anonymous)
            .Produces(StatusCodes.Status202Accepted);
        api.MapPost("/password-resets/redeem", async (ResetPassword body, IMediator mediator) => (await mediator.Send(body)).ToResult())
            .WithSummary("Sets a new password with the link's token: once, within 24 hours (AC-6).")
            .RequireRateLimiting(RateLimits.Anonymous)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status410Gone);
    }
}
