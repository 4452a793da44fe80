using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>The content of an item, or its thumbnail (ML-1).</summary>
[Requires(Permission.Invitations)]
public sealed record OpenMedia(Guid Id, bool IsThumbnail = false) : IQuery<OpenedMedia>
{
    internal sealed class Handler(Shelf shelf, Db db, StoredFiles files) : IRequestHandler<OpenMedia, Outcome<OpenedMedia>>
    {
        public async Task<Outcome<OpenedMedia>> Handle(OpenMedia request, CancellationToken cancellationToken)
        {
            if (await shelf.FindAsync(request.Id, cancellationToken) is not { } item) return new NotFound();
            var file = await db.FindAsync<Guid?>(
                "select case when @IsThumbnail then thumbnail_id else file_id end from media_items where id = @Id", new { request.Id, request.IsThumbnail }, cancellationToken);
            return file is { } id && await files.OpenAsync(id, cancellationToken) is var (stored, content)
                ? new OpenedMedia(item.Name, stored.MediaType, stored.Id, content)
                : new NotFound();
        }
    }
}

/// <summary>Content to be sent; whoever gets it closes it.</summary>
/// <param name="Name">What it is saved as.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="FileId">Never holds anything else.</param>
/// <param name="Content">Seekable.</param>
public sealed record OpenedMedia(string Name, string MediaType, Guid FileId, Stream Content);
