using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>The host wants to record: the guest is asked (CA-3). Asked twice, it is one question.</summary>
[Requires(Permission.Invitations)]
public sealed record AskToRecord(Guid CallId) : ICommand<BegunRecording>
{
    internal sealed class Handler(Seats seats, Db db, CallNews news, AuditTrail audit, TimeProvider clock) : IRequestHandler<AskToRecord, Outcome<BegunRecording>>
    {
        public async Task<Outcome<BegunRecording>> Handle(AskToRecord request, CancellationToken cancellationToken)
        {
            if (await seats.LockAsync(request.CallId, cancellationToken) is not { } seat) return new NotFound();
            if (seat.State != "in_call") return new NotInCall();
            audit.Nothing();
            if (await OpenAsync(request.CallId, cancellationToken) is { } open) return open;

            var now = clock.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.RunAsync(
                "insert into recordings (id, call_id, asked_at, due_at) values (@id, @CallId, @now, @due)", new { id, request.CallId, now, due = now + RecordingRules.Answer }, cancellationToken);
            audit.Target("recording", id, seat.Call.Invitee, seat.OrganizationId);
            audit.Changed("state", null, "asking");
            await news.ChangedAsync(request.CallId, CallNews.Recording);
            return new BegunRecording(id, "asking");
        }

        private Task<BegunRecording?> OpenAsync(Guid callId, CancellationToken ct) =>
            db.FindAsync<BegunRecording>("select id, state from recordings where call_id = @callId and state in ('asking', 'running')", new { callId }, ct);
    }
}
