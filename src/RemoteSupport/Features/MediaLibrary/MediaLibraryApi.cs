using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.MediaLibrary;

internal static class MediaLibraryApi
{
    public static void MapMediaLibrary(this IEndpointRouteBuilder api)
    {
        MapItems(api);
        MapContent(api, "/media/{id:guid}/content", isThumbnail: false, "The content of an item, in ranges if asked for.");
        MapContent(api, "/media/{id:guid}/thumbnail", isThumbnail: true, "A small picture of an item.");
        MapChanges(api);
    }

    private static void MapItems(IEndpointRouteBuilder api)
    {
        api.MapGet("/media", async (IMediator mediator, string? kind = null, string? query = null, string sort = "newest", Guid? ownerId = null, Guid? callId = null, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListMedia { Kind = kind, Query = query, Sort = sort, OwnerId = ownerId, CallId = callId, Limit = limit, Cursor = cursor }))
                .ToResult(list => Results.Ok(new ListAnswer<MediaItem>(list.Items, list.Next?.ToString()))))
            .WithSummary("Lists the pictures, videos and documents that the caller sees (ML-1).").Produces<ListAnswer<MediaItem>>();
        api.MapGet("/media/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new ShowMedia(id))).ToResult())
            .WithSummary("Shows an item (ML-1).").Produces<MediaItem>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/media/usage", async (IMediator mediator) => (await mediator.Send(new FindMediaRoom())).ToResult())
            .WithSummary("How many bytes are kept, and how many may be (ML-1).").Produces<MediaRoom>();
    }

    private static void MapContent(IEndpointRouteBuilder api, string pattern, bool isThumbnail, string summary) =>
        api.MapGet(pattern, async (Guid id, HttpContext http, IMediator mediator, bool save = true) =>
                (await mediator.Send(new OpenMedia(id, isThumbnail), http.RequestAborted)).ToResult(
                    opened => FileAnswer.Result(http.Response, opened.Name, (opened.MediaType, opened.FileId, opened.Content), save)))
            .WithSummary(summary).WithMetadata(new ContentPolicyAttribute { Instead = FileAnswer.Policy })
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);

    private static void MapChanges(IEndpointRouteBuilder api)
    {
        api.MapPost("/media", async (string? name, HttpRequest request, MediaUploads uploads) =>
                (await uploads.AddAsync(name, request.Body, request.ContentLength, request.HttpContext.RequestAborted)).ToResult(item => Results.Json(item, statusCode: StatusCodes.Status201Created)))
            .WithSummary("Puts a file into the caller's library, sent as the body as it is; judged by content, 100 MiB at most (ML-1).")
            .WithMetadata(new RequestSizeLimitAttribute(MediaRules.LargestFile + (1 << 20)))
            .Produces<MediaItem>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPatch("/media/{id:guid}", async (Guid id, MediaNameBody body, IMediator mediator) => (await mediator.Send(new RenameMedia { Id = id, Name = body.Name })).ToResult())
            .WithSummary("Calls an item something else (ML-1).").Produces<MediaItem>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapDelete("/media/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new DeleteMedia(id))).ToResult())
            .WithSummary("Deletes an item; it is erased an hour later, until then it can be brought back (ML-1).").Produces(StatusCodes.Status204NoContent);
        api.MapPost("/media/{id:guid}/restore", async (Guid id, IMediator mediator) => (await mediator.Send(new RestoreMedia(id))).ToResult())
            .WithSummary("Brings back what was deleted less than an hour ago (ML-1).").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }
}

/// <summary>What an item is called from now on.</summary>
internal sealed record MediaNameBody(string Name);
