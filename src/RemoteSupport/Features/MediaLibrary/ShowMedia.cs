using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>One item (ML-1).</summary>
[Requires(Permission.Invitations)]
public sealed record ShowMedia(Guid Id) : IQuery<MediaItem>
{
    internal sealed class Handler(Shelf shelf) : IRequestHandler<ShowMedia, Outcome<MediaItem>>
    {
        public async Task<Outcome<MediaItem>> Handle(ShowMedia request, CancellationToken cancellationToken) =>
            await shelf.FindAsync(request.Id, cancellationToken) is { } item ? item : new NotFound();
    }
}
