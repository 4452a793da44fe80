using MediatR;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.AccountLockout;

internal static class AccountLockoutApi
{
    public static void MapAccountLockout(this IEndpointRouteBuilder api) =>
        api.MapPost("/users/{id:guid}/unlock", async (Guid id, IMediator mediator) => (await mediator.Send(new UnlockAccount(id))).ToResult())
            .WithSummary("Lifts the lock of an account (AC-5).")
            .Produces(StatusCodes.Status204NoContent);
}
