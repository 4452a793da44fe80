using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Turn;

namespace RemoteSupport.Features.Calls;

/// <summary>A call's room as one side sees it: everything that a page needs when it comes, comes back, or hears that something changed.</summary>
[Requires(Permission.InCall)]
public sealed record ShowRoom(Guid Id) : IQuery<RoomState>
{
    internal sealed class Handler(Seats seats, RoomParts parts, TurnServers relays, IStringLocalizer localizer) : IRequestHandler<ShowRoom, Outcome<RoomState>>
    {
        public async Task<Outcome<RoomState>> Handle(ShowRoom request, CancellationToken cancellationToken)
        {
            if (await seats.FindAsync(request.Id, cancellationToken) is not { } seat) return new NotFound();
            var (call, now) = (seat.Call, parts.Now);
            var guest = seat.IsHost ? call.Invitee : localizer["Guest"].Value;
            return new RoomState(
                call.Id, seat.Side, call.State, call.RangAt, call.AnsweredAt, call.EndedAt, now,
                new RoomPerson(seat.IsHost ? call.HostName : guest), await parts.OtherAsync(seat, seat.IsHost ? guest : call.HostName, cancellationToken),
                relays.For($"{call.Id:N}-{seat.Side}"), await parts.RecordingAsync(call.Id, cancellationToken), await parts.EntriesAsync(seat, cancellationToken), RoomFiles.Rules);
        }
    }
}
