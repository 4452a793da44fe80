using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>The guest agrees to be recorded, or does not; what they said is kept (CA-3). A refusal keeps the call and records nothing.</summary>
[Requires(Permission.InCall)]
public sealed record AnswerRecording(Guid CallId, Guid Id, bool IsAccepted) : ICommand<Done>
{
    internal sealed class Handler(Seats seats, Recordings recordings, Db db, CallNews news, AuditTrail audit) : IRequestHandler<AnswerRecording, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(AnswerRecording request, CancellationToken cancellationToken)
        {
            if (await seats.FindAsync(request.CallId, cancellationToken) is not { } seat) return new NotFound();
            // Nobody but the guest agrees for the guest.
            if (seat.IsHost) return new Forbidden();
            if (await recordings.LockAsync(request.CallId, request.Id, cancellationToken) is not { } recording) return new NotFound();
            audit.Nothing();
            if (recording.State == (request.IsAccepted ? "running" : "refused")) return Done.Value;
            if (recording.State != "asking") return new NotRecording();
            if (request.IsAccepted) await BeginAsync(recording, cancellationToken);
            else await recordings.EndAsync(recording, "refused");
            audit.Target("recording", recording.Id, seat.Call.Invitee, seat.OrganizationId);
            return Done.Value;
        }

        private async Task BeginAsync(Recording recording, CancellationToken ct)
        {
            var now = recordings.Now;
            await db.RunAsync(
                "update recordings set state = 'running', consented_at = @now, due_at = @due where id = @Id", new { recording.Id, now, due = now + RecordingRules.Silence }, ct);
            audit.Changed("state", recording.State, "running");
            await news.ChangedAsync(recording.CallId, CallNews.Recording);
        }
    }
}
