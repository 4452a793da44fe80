using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>
/// The host stops recording; once all its pieces are here, they are put together. Also after the call, and also the question itself: then nothing was recorded.
/// </summary>
[Requires(Permission.Invitations)]
public sealed record FinishRecording(Guid CallId, Guid Id, int Chunks) : ICommand<Done>
{
    internal sealed class Handler(Seats seats, Recordings recordings, AuditTrail audit) : IRequestHandler<FinishRecording, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(FinishRecording request, CancellationToken cancellationToken)
        {
            if (await seats.FindAsync(request.CallId, cancellationToken) is not { } seat) return new NotFound();
            if (await recordings.LockAsync(request.CallId, request.Id, cancellationToken) is not { } recording) return new NotFound();
            audit.Nothing();
            if (recording.State is not ("asking" or "running")) return Done.Value;
            var here = await recordings.CountAsync(request.Id, cancellationToken);
            if (here < request.Chunks) return new PiecesMissing(here);
            if (here == 0) await recordings.EndAsync(recording, "empty");
            else await recordings.JoinAsync(recording);
            audit.Target("recording", recording.Id, seat.Call.Invitee, seat.OrganizationId);
            return Done.Value;
        }
    }
}
