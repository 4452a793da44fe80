using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.PartnerUsers;

internal static class PartnerUsersApi
{
    public static void MapPartnerUsers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/users", async (IMediator mediator, string? query = null, string? role = null, string? status = null, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListPartnerUsers { Query = query, Role = role, Status = status, Limit = limit, Cursor = cursor }))
                    .ToResult(list => Results.Ok(new ListAnswer<PartnerUser>(list.Users, list.Next?.ToString()))))
            .WithSummary("Lists the partner's users by name, also those invited and deactivated (TN-5).")
            .Produces<ListAnswer<PartnerUser>>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/users", async (InvitePartnerUser body, IMediator mediator) =>
                (await mediator.Send(body)).ToResult(user => Results.Json(user, statusCode: StatusCodes.Status201Created)))
            .WithSummary("Invites somebody into the partner's team by e-mail (TN-5).")
            .Produces<PartnerUser>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/users/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new ShowPartnerUser(id))).ToResult())
            .WithSummary("Shows one of the partner's users (TN-5).")
            .Produces<PartnerUser>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPatch("/users/{id:guid}", async (Guid id, ChangePartnerUser body, IMediator mediator) => (await mediator.Send((body with { Id = id }).Simplest)).ToResult())
            .WithSummary("Changes a partner user's role, deactivates or reactivates them; an active admin is always left (TN-5).")
            .Produces<PartnerUser>().ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/users/{id:guid}/invitation", async (Guid id, IMediator mediator) => (await mediator.Send(new RenewPartnerInvitation(id))).ToResult())
            .WithSummary("Sends an invited partner user a new link; the older one dies (TN-5).")
            .Produces<PartnerUser>().ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
