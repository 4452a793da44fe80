using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.RequestAccess;

internal static class RequestAccessApi
{
    public static void MapRequestAccess(this IEndpointRouteBuilder api)
    {
        MapAsking(api);
        MapDeciding(api);
        MapReading(api);
    }

    private static void MapAsking(IEndpointRouteBuilder api)
    {
        api.MapPost("/organizations/{id:guid}/access-requests", async (Guid id, AskBody body, IMediator mediator) =>
                Created(await mediator.Send(new SubmitRequest { OrganizationId = id, Duration = body.Duration, Note = body.Note })))
            .WithSummary("Asks an organization's owner for access (RA-3).")
            .Produces<AccessRequestAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/access-requests/{id:guid}/extensions", async (Guid id, AskBody body, IMediator mediator) =>
                Created(await mediator.Send(new AskForMoreTime { Id = id, Duration = body.Duration, Note = body.Note })))
            .WithSummary("Asks for more time while access is granted; decided like a request (RA-10).")
            .Produces<AccessRequestAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/access-requests/{id:guid}/cancel", async (Guid id, IMediator mediator) => Answer(await mediator.Send(new CancelRequest(id))))
            .WithSummary("Withdraws a request; only who asked can (RA-7).").Produces<AccessRequestAnswer>();
        api.MapPost("/access-requests/{id:guid}/return", async (Guid id, [FromBody] ReturnBody? body, IMediator mediator) =>
                Answer(await mediator.Send(new ReturnAccess { Id = id, Outcome = body?.Outcome })))
            .WithSummary("Gives granted access back early, with a line for the owner (RA-20).").Produces<AccessRequestAnswer>();
    }

    private static void MapDeciding(IEndpointRouteBuilder api)
    {
        api.MapPost("/access-requests/{id:guid}/approve", async (Guid id, [FromBody] ApproveBody? body, IMediator mediator) =>
                Answer(await mediator.Send(new ApproveRequest { Id = id, Duration = body?.Duration })))
            .WithSummary("Lets the partner in, from now on; for what was asked unless a duration is given (RA-6).")
            .Produces<AccessRequestAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/access-requests/{id:guid}/reject", async (Guid id, [FromBody] ReasonBody? body, IMediator mediator) =>
                Answer(await mediator.Send(new RejectRequest { Id = id, Reason = body?.Reason })))
            .WithSummary("Says no to a request (RA-6).").Produces<AccessRequestAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/access-requests/{id:guid}/revoke", async (Guid id, [FromBody] ReasonBody? body, IMediator mediator) =>
                Answer(await mediator.Send(new RevokeAccess { Id = id, Reason = body?.Reason })))
            .WithSummary("Takes granted access back at once (RA-8).").Produces<AccessRequestAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPatch("/access-requests/{id:guid}", async (Guid id, EndBody body, IMediator mediator) =>
                Answer(await mediator.Send(new ChangeAccessEnd { Id = id, ExpiresAt = Instants.Read(body.ExpiresAt) })))
            .WithSummary("Moves the end of granted access, within the maximum (RA-6).").Produces<AccessRequestAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapReading(IEndpointRouteBuilder api)
    {
        api.MapGet("/access-requests", async (IMediator mediator, Guid? organizationId = null, string? state = null, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListRequests { OrganizationId = organizationId, State = state, Limit = limit, Cursor = cursor })).ToResult(list =>
                    Results.Ok(new ListAnswer<AccessRequestAnswer>([.. list.Items.Select(AccessRequestAnswer.Of)], list.Next?.ToString()))))
            .WithSummary("Lists requests and grants, the newest first; from inside an organization only its own.")
            .Produces<ListAnswer<AccessRequestAnswer>>();
        api.MapGet("/access-requests/{id:guid}", async (Guid id, IMediator mediator) => Answer(await mediator.Send(new ShowRequest(id))))
            .WithSummary("Shows a request, or the grant that came of it.").Produces<AccessRequestAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Answer(Outcome<AccessRequest> outcome) => outcome.ToResult(request => Results.Ok(AccessRequestAnswer.Of(request)));

    private static IResult Created(Outcome<AccessRequest> outcome) =>
        outcome.ToResult(request => Results.Created($"/api/v1/access-requests/{request.Id}", AccessRequestAnswer.Of(request)));
}
