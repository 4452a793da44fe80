using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>What a room asks for to record; the doors are those of <see cref="RoomEndpoints"/>.</summary>
internal static class RecordingsEndpoints
{
    /// <summary>Below a call's address.</summary>
    public static void MapRecordings(this IEndpointRouteBuilder room)
    {
        room.MapPost("/recordings", async (Guid callId, IMediator mediator) =>
                (await mediator.Send(new AskToRecord(callId))).ToResult(begun => Results.Json(begun, statusCode: StatusCodes.Status201Created)))
            .WithSummary("Asks the guest whether the call may be recorded (CA-3).")
            .Produces<BegunRecording>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        room.MapPost("/recordings/{id:guid}/consent", async (Guid callId, Guid id, ConsentBody body, IMediator mediator) =>
                (await mediator.Send(new AnswerRecording(callId, id, body.Accepted))).ToResult())
            .WithSummary("The guest's answer (CA-3).").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
        room.MapGet("/recordings/{id:guid}", async (Guid callId, Guid id, IMediator mediator) => (await mediator.Send(new ShowRecording(callId, id))).ToResult())
            .WithSummary("How many parts of a recording are here without a gap; the next one to send has that number.").Produces<RecordingProgress>();
        MapPieces(room);
    }

    private static void MapPieces(IEndpointRouteBuilder room)
    {
        room.MapPut("/recordings/{id:guid}/chunks/{index:int}", async (Guid callId, Guid id, int index, HttpRequest request, IMediator mediator) =>
                (await mediator.Send(new KeepPiece(callId, id, index, request.Body), request.HttpContext.RequestAborted)).ToResult())
            .WithSummary("Keeps a part of a running recording, sent as the body as it is; sent again it is the same (CA-3).")
            .WithMetadata(new RequestSizeLimitAttribute(RecordingRules.LargestPiece + (1 << 20)))
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        room.MapPost("/recordings/{id:guid}/events", async (Guid callId, Guid id, EventsBody body, IMediator mediator) =>
                (await mediator.Send(new NoteEvents { CallId = callId, Id = id, Events = body.Events ?? [] })).ToResult())
            .WithSummary("Keeps marks and freezes beside a recording, each with its moment in milliseconds (CA-3).")
            .Produces(StatusCodes.Status204NoContent).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        room.MapPost("/recordings/{id:guid}/finish", async (Guid callId, Guid id, FinishBody body, IMediator mediator) =>
                (await mediator.Send(new FinishRecording(callId, id, body.Chunks))).ToResult())
            .WithSummary("Stops a recording; its parts are put together a few moments later. 409 with how many are here, when some are missing (CA-3).")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
    }
}

/// <summary>The guest's answer.</summary>
internal sealed record ConsentBody(bool Accepted);

/// <summary>What was drawn, and when.</summary>
internal sealed record EventsBody(IReadOnlyList<JsonObject>? Events);

/// <summary>How many parts there are.</summary>
internal sealed record FinishBody(int Chunks);
