using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Puts one of the caller's uploads into their library, to be sent in calls (ML-1).</summary>
[Requires(Permission.Invitations)]
public sealed record AddMedia(Guid FileId, Guid? ThumbnailId) : ICommand<MediaItem>
{
    internal sealed class Handler(NewItems items, Shelf shelf, Caller caller, IMediator mediator, AuditTrail audit) : IRequestHandler<AddMedia, Outcome<MediaItem>>
    {
        public async Task<Outcome<MediaItem>> Handle(AddMedia request, CancellationToken cancellationToken)
        {
            var me = caller.SignedIn;
            if (!(await items.AddAsync(new NewItem(null, me.AccountId, me.Inside, null, request.FileId, request.ThumbnailId))).Succeeded(out var id, out var refusal)) return refusal;
            if ((await mediator.Send(new FindMediaRoom(0), cancellationToken)).Refusal is { } full) return full;
            var added = (await shelf.FindAsync(id, cancellationToken))!;
            audit.Target("media", added.Id, added.Name);
            return added;
        }
    }
}
