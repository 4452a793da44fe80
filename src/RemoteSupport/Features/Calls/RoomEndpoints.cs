using MediatR;
using RemoteSupport.Features.Calls.Files;
using RemoteSupport.Features.Calls.Recordings;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Calls;

/// <summary>
/// What a room asks for, by two doors: beside the pages, with their cookie and the form's token in a header, for both sides; and in the API, with a bearer
/// token, for users. The operations decide; no door holds a rule.
/// </summary>
internal static class RoomEndpoints
{
    /// <summary>Beside the pages: the host's at /calls/{id}/room/…, the guest's under the pass's address.</summary>
    public static void MapRooms(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AddEndpointFilter<FormTokenFilter>().ExcludeFromDescription();
        MapRoom(pages.MapGroup("/calls/{callId:guid}/room").WithMetadata(new ForGuestsAttribute { AndUsers = true }));
        pages.MapPost("/ring", async (IMediator mediator) => (await mediator.Send(new RingCall())).ToResult()).WithMetadata(new ForGuestsAttribute());
    }

    /// <summary>The same below a call of the API.</summary>
    public static void MapRoomApi(this IEndpointRouteBuilder api) => MapRoom(api.MapGroup("/calls/{callId:guid}"));

    private static void MapRoom(IEndpointRouteBuilder room)
    {
        MapPresence(room);
        MapChat(room);
        room.MapRoomFiles();
        room.MapRecordings();
    }

    private static void MapPresence(IEndpointRouteBuilder room)
    {
        room.MapGet("/state", async (Guid callId, IMediator mediator, HttpResponse response) =>
            {
                response.Headers.CacheControl = "no-store";
                return (await mediator.Send(new ShowRoom(callId))).ToResult();
            })
            .WithSummary("A call's room as the caller's side sees it: who is there, chat, recording, relays (CA-7).").Produces<RoomState>().ProducesProblem(StatusCodes.Status404NotFound);
        room.MapPost("/answer", async (Guid callId, IMediator mediator) => (await mediator.Send(new AnswerCall(callId))).ToResult())
            .WithSummary("Picks up a call that rings (IN-5).").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
        room.MapPost("/quiet", async (Guid callId, IMediator mediator) => (await mediator.Send(new QuietCall(callId))).ToResult())
            .WithSummary("Not now: lets a call ring on, but not aloud (IN-5).").Produces(StatusCodes.Status204NoContent);
        room.MapPost("/hang-up", async (Guid callId, IMediator mediator) => (await mediator.Send(new HangUp(callId))).ToResult())
            .WithSummary("Ends the call for both sides (IN-6).").Produces(StatusCodes.Status204NoContent);
        room.MapPost("/stay", async (Guid callId, StayBody body, IMediator mediator) => (await mediator.Send(body.In(callId))).ToResult())
            .WithSummary("Says that somebody is still there, and how it goes; every 15 seconds (CA-7).").Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void MapChat(IEndpointRouteBuilder room) =>
        room.MapPost("/chat", async (Guid callId, ChatBody body, IMediator mediator) =>
                (await mediator.Send(body.In(callId))).ToResult(entry => Results.Json(entry, statusCode: StatusCodes.Status201Created)))
            .WithSummary("Writes into the chat; the id is the caller's own, so that a retry is the same line (CA-6).")
            .Produces<RoomEntry>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
}

/// <summary>A line of the chat.</summary>
/// <param name="Id">Made by the caller.</param>
/// <param name="Text">What is said.</param>
internal sealed record ChatBody(Guid Id, string Text)
{
    public SayInCall In(Guid callId) => new() { CallId = callId, Id = Id, Text = Text };
}

/// <summary>What a room says every 15 seconds.</summary>
/// <param name="Media">What the browser lets it have.</param>
/// <param name="Device">Such as "Chrome, Android".</param>
/// <param name="Quality">How the line is.</param>
/// <param name="Marks">How many marks this side has drawn so far.</param>
internal sealed record StayBody(RoomMedia? Media = null, string? Device = null, LineQuality? Quality = null, int? Marks = null)
{
    public StayInCall In(Guid callId) => new() { CallId = callId, Media = Media, Device = Device, Quality = Quality, Marks = Marks };
}
