using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Shared;

/// <summary>
/// Sends content that people have uploaded: in whatever ranges a player asks for, pictures and films to look at, all else to be saved, and under a policy in which
/// nothing of it runs.
/// </summary>
public static class FileAnswer
{
    /// <summary>The policy; for the endpoint's metadata.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox; frame-ancestors 'none'";

    /// <summary>For a page.</summary>
    /// <param name="response">Gets the headers.</param>
    /// <param name="name">What it is saved as.</param>
    /// <param name="file">Its media type by its content, the id under which it never changes, and the content.</param>
    /// <param name="isSaved">To be saved, whatever it is.</param>
    public static FileStreamResult Page(HttpResponse response, string name, (string MediaType, Guid Id, Stream Content) file, bool isSaved = false)
    {
        Head(response, name, file.MediaType, isSaved);
        return new FileStreamResult(file.Content, file.MediaType) { EnableRangeProcessing = true, EntityTag = TagOf(file.Id) };
    }

    /// <summary>The same for an endpoint.</summary>
    public static IResult Result(HttpResponse response, string name, (string MediaType, Guid Id, Stream Content) file, bool isSaved = false)
    {
        Head(response, name, file.MediaType, isSaved);
        return Results.Stream(file.Content, file.MediaType, entityTag: TagOf(file.Id), enableRangeProcessing: true);
    }

    private static EntityTagHeaderValue TagOf(Guid id) => new($"\"{id:N}\"");

    /// <summary>Asked for again it is looked at whether it may still be seen; only then a copy serves.</summary>
    private static void Head(HttpResponse response, string name, string mediaType, bool isSaved)
    {
        ArgumentNullException.ThrowIfNull(response);
        var isShown = !isSaved && (FileContent.IsImage(mediaType) || FileContent.IsVideo(mediaType));
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-cache";
    }
}
