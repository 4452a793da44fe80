using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>The library as a call's room lets one choose from it: the host's own items, whatever else they may see.</summary>
public sealed class ChoicesPage(IMediator mediator) : PortalPage
{
    private const int Rows = 24;

    /// <summary>Answers as the room's entries tell of media.</summary>
    public async Task<IActionResult> OnGetAsync(string? kind, string? query, Guid? cursor)
    {
        var outcome = await mediator.Send(new ListMedia { Kind = kind, Query = query, Cursor = cursor, Limit = Rows });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(new ListAnswer<MediaChoice>([.. list.Items.Select(MediaChoice.Of)], list.Next?.ToString()));
    }
}

/// <summary>An item to be chosen.</summary>
public sealed record MediaChoice(Guid Id, string Name, string Kind, string MediaType, long Size, bool HasThumbnail, DateTimeOffset CreatedAt)
{
    internal static MediaChoice Of(MediaItem item) => new(item.Id, item.Name, item.Kind, item.MediaType, item.Size, item.HasThumbnail, item.CreatedAt);
}
