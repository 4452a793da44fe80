using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>What a room asks for with files; the doors are those of <see cref="RoomEndpoints"/>.</summary>
internal static class FilesEndpoints
{
    private const long LargestBody = MediaRules.LargestFile + (1 << 20);

    /// <summary>Below a call's address.</summary>
    public static void MapRoomFiles(this IEndpointRouteBuilder room)
    {
        room.MapPost("/files", SendAsync)
            .WithSummary("Sends a picture, video or document as the body as it is; it appears on the other side by itself. The id is the caller's own, so that a retry is the same (CA-4).")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Produces<RoomEntry>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        room.MapPost("/library", async (Guid callId, LibraryBody body, IMediator mediator) => (await mediator.Send(new SendFromLibrary(callId, body.Id, body.MediaId))).ToResult(Created))
            .WithSummary("Sends something of the host's library (CA-4).")
            .Produces<RoomEntry>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        MapContent(room, "/media/{mediaId:guid}", isThumbnail: false, "The content of what was sent in the call, in ranges if asked for.");
        MapContent(room, "/media/{mediaId:guid}/thumbnail", isThumbnail: true, "A small picture of what was sent in the call.");
    }

    private static async Task<IResult> SendAsync(Guid callId, HttpContext http, IMediator mediator, FileIntake intake, Guid? id = null, string? name = null, string kind = "file")
    {
        var request = http.Request;
        if (!(await intake.TakeInAsync(callId, id ?? Guid.Empty, name, request.Body, request.ContentLength, http.RequestAborted)).Succeeded(out var upload, out var refusal))
            return ((Outcome<Done>)refusal).ToResult();
        return (await mediator.Send(new SendFile { CallId = callId, Id = id ?? upload.FileId, FileId = upload.FileId, ThumbnailId = upload.ThumbnailId, Kind = kind })).ToResult(Created);
    }

    private static void MapContent(IEndpointRouteBuilder room, string pattern, bool isThumbnail, string summary) =>
        room.MapGet(pattern, async (Guid callId, Guid mediaId, HttpContext http, IMediator mediator, bool save = false) =>
                (await mediator.Send(new OpenCallMedia(callId, mediaId, isThumbnail), http.RequestAborted)).ToResult(
                    opened => FileAnswer.Result(http.Response, opened.Name, (opened.MediaType, opened.FileId, opened.Content), save)))
            .WithSummary(summary).WithMetadata(new ContentPolicyAttribute { Instead = FileAnswer.Policy })
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Created(RoomEntry entry) => Results.Json(entry, statusCode: StatusCodes.Status201Created);
}

/// <summary>Something of the library.</summary>
/// <param name="Id">Made by the caller.</param>
/// <param name="MediaId">What to send.</param>
internal sealed record LibraryBody(Guid Id, Guid MediaId);
