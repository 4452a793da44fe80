using MediatR;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Limits;

internal static class LimitsApi
{
    public static void MapLimits(this IEndpointRouteBuilder api)
    {
        api.MapGet("/limits", async (IMediator mediator) => (await mediator.Send(new ShowLimits())).ToResult(limits => Results.Ok(LimitsAnswer.Of(limits))))
            .WithSummary("Shows how long access and invitations may last, and how long media are kept (TN-5).")
            .Produces<LimitsAnswer>();
        api.MapPatch("/limits", async (ChangeLimits body, IMediator mediator) => (await mediator.Send(body)).ToResult(limits => Results.Ok(LimitsAnswer.Of(limits))))
            .WithSummary("Changes how long access and invitations may last, and how long media are kept; what is given out already keeps its end (TN-5).")
            .Produces<LimitsAnswer>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }
}
