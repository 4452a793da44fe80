using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>Sends one of the caller's uploads to the other side, where it appears by itself (CA-4); it stays in the host's library.</summary>
[Requires(Permission.InCall)]
public sealed record SendFile : ICommand<RoomEntry>
{
    /// <summary>The call.</summary>
    public Guid CallId { get; init; }

    /// <summary>The browser's own: sent again, it is the same.</summary>
    public Guid Id { get; init; }

    /// <summary>The upload.</summary>
    public Guid FileId { get; init; }

    /// <summary>Its thumbnail.</summary>
    public Guid? ThumbnailId { get; init; }

    /// <summary>A file, or a snapshot of the picture (CA-6).</summary>
    [AllowedValues("file", "snapshot", ErrorMessage = "There is no such kind.")]
    public string Kind { get; init; } = "file";

    internal sealed class Handler(Seats seats, GuestShare share, Sending sending, IMediator mediator, TimeProvider clock) : IRequestHandler<SendFile, Outcome<RoomEntry>>
    {
        public async Task<Outcome<RoomEntry>> Handle(SendFile request, CancellationToken cancellationToken)
        {
            if (await seats.LockAsync(request.CallId, cancellationToken) is not { } seat) return new NotFound();
            if (await sending.FindAsync(seat, request.Id, cancellationToken) is { } sent) return sent;
            if (seat.Call.IsOver) return new CallOver();
            if (await share.UsedAsync(seat, request.Kind, request.Id, cancellationToken) is { } used) return used;
            var media = Guid.CreateVersion7(clock.GetUtcNow());
            await mediator.Publish(new CallMediaArrived(media, seat.CallId, seat.InviterId, seat.OrganizationId, request.FileId, request.ThumbnailId), cancellationToken);
            if ((await mediator.Send(new FindMediaRoom(0), cancellationToken)).Refusal is { } full) return NoRoomLeft.For(seat, full);
            return await sending.SendAsync(seat, request.Id, request.Kind, media);
        }
    }
}
