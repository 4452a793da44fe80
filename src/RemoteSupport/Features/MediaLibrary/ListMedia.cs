using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>The items that the caller sees (ML-1).</summary>
[Requires(Permission.Invitations)]
public sealed record ListMedia : IQuery<MediaList>
{
    /// <summary>One tab; null for all.</summary>
    [AllowedValues(null, MediaRules.Photo, MediaRules.Video, MediaRules.Document, ErrorMessage = "There is no such kind.")]
    public string? Kind { get; init; }

    /// <summary>Those with this in their name, or from calls with somebody called so.</summary>
    public string? Query { get; init => field = MediaRules.Name(value) is { Length: > 0 } words ? words : null; }

    /// <summary>The newest first, unless asked otherwise.</summary>
    [AllowedValues("newest", "oldest", "name", "largest", ErrorMessage = "There is no such order.")]
    public string Sort { get; init; } = "newest";

    /// <summary>Those of one person, for whoever sees what others keep.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Those of one call.</summary>
    public Guid? CallId { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last item of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(Shelf shelf) : IRequestHandler<ListMedia, Outcome<MediaList>>
    {
        public async Task<Outcome<MediaList>> Handle(ListMedia request, CancellationToken cancellationToken)
        {
            var found = await shelf.ListAsync(
                $"{ConditionOf(request)} {OrderOf(request)} limit @rows",
                new { request.Kind, request.Query, request.OwnerId, request.CallId, request.Cursor, rows = request.Limit + 1 }, cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new MediaList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }

        private static string ConditionOf(ListMedia request) =>
            (request.Kind is null ? "" : " and m.kind = @Kind")
            + (request.Query is null ? "" : " and (strpos(fold(m.name), fold(@Query)) > 0 or strpos(fold(c.invitee), fold(@Query)) > 0)")
            + (request.OwnerId is null ? "" : " and m.owner_id = @OwnerId")
            + (request.CallId is null ? "" : " and m.call_id = @CallId");

        /// <summary>Goes on behind the cursor's own place in this order; that item may be deleted meanwhile, its row stays a while.</summary>
        private static string OrderOf(ListMedia request)
        {
            var (key, way, beyond) = request.Sort switch
            {
                "oldest" => ("m.id", "", ">"),
                "name" => ("fold(m.name), m.id", "", ">"),
                "largest" => ("m.size, m.id", "desc", "<"),
                _ => ("m.id", "desc", "<"),
            };
            var place = request.Cursor is null ? "" : $"and ({key}) {beyond} (select {key.Replace("m.", "l.", StringComparison.Ordinal)} from media_items l where l.id = @Cursor)";
            return $"{place} order by {string.Join(", ", key.Split(", ").Select(column => $"{column} {way}"))}";
        }
    }
}

/// <summary>A page of items, and the last one of it when there are more.</summary>
public sealed record MediaList(IReadOnlyList<MediaItem> Items, Guid? Next);
