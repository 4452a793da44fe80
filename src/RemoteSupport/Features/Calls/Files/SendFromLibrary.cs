using MediatR;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>Sends something of the host's library to the guest (CA-4).</summary>
[Requires(Permission.Invitations)]
public sealed record SendFromLibrary(Guid CallId, Guid Id, Guid MediaId) : ICommand<RoomEntry>
{
    internal sealed class Handler(Seats seats, Sending sending, IMediator mediator) : IRequestHandler<SendFromLibrary, Outcome<RoomEntry>>
    {
        public async Task<Outcome<RoomEntry>> Handle(SendFromLibrary request, CancellationToken cancellationToken)
        {
            if (await seats.LockAsync(request.CallId, cancellationToken) is not { } seat) return new NotFound();
            if (await sending.FindAsync(seat, request.Id, cancellationToken) is { } sent) return sent;
            if (seat.Call.IsOver) return new CallOver();
            if (!(await mediator.Send(new ShowMedia(request.MediaId), cancellationToken)).Succeeded(out var item, out var refusal)) return refusal;
            return await sending.SendAsync(seat, request.Id, "file", item.Id);
        }
    }
}
