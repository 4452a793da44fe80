using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Members;

internal static class MembersApi
{
    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/organizations/{id:guid}/members", async (Guid id, IMediator mediator, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListMembers { OrganizationId = id, Limit = limit, Cursor = cursor }))
                    .ToResult(list => Results.Ok(new ListAnswer<Member>(list.Members, list.Next?.ToString()))))
            .WithSummary("Lists the members of the caller's organization, also those invited and deactivated (OR-7).")
            .Produces<ListAnswer<Member>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/organizations/{id:guid}/members", async (Guid id, InviteMember body, IMediator mediator) =>
                (await mediator.Send(body with { OrganizationId = id })).ToResult(member => Results.Json(member, statusCode: StatusCodes.Status201Created)))
            .WithSummary("Invites somebody into the caller's organization by e-mail (OR-7).")
            .Produces<Member>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPatch("/members/{id:guid}", async (Guid id, ChangeMember body, IMediator mediator) =>
                (await mediator.Send((body with { Id = id }).Simplest)).ToResult())
            .WithSummary("Changes a member's role, deactivates or reactivates them; never the owner (OR-7).")
            .Produces<Member>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/members/{id:guid}/invitation", async (Guid id, IMediator mediator) => (await mediator.Send(new RenewInvitation(id))).ToResult())
            .WithSummary("Sends an invited member a new link; the older one dies (OR-7).")
            .Produces<Member>().ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
