using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>Keeps marks and freezes beside a recording, each with its moment (CA-3). Sent again, an event is the same.</summary>
[Requires(Permission.Invitations), OwnTransactions]
public sealed record NoteEvents : ICommand<Done>, IValidatableObject
{
    private const int Most = 500;
    private const int LongestEvent = 20_000;
    private const int LastMoment = 7 * 24 * 60 * 60 * 1000;

    /// <summary>The call.</summary>
    public Guid CallId { get; init; }

    /// <summary>The recording.</summary>
    public Guid Id { get; init; }

    /// <summary>Each with "at" in milliseconds from the recording's start, and what else it says.</summary>
    public IReadOnlyList<JsonObject> Events { get; init; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Events.Count > Most || Events.Any(one => MomentOf(one) is null || one.ToJsonString().Length > LongestEvent))
            yield return new ValidationResult(Sentence.Of("An event has its moment, and not more than it needs."), [nameof(Events)]);
    }

    private static int? MomentOf(JsonObject one) => one["at"] is JsonValue at && at.GetValueKind() == JsonValueKind.Number && at.TryGetValue<int>(out var moment) && moment is >= 0 and <= LastMoment ? moment : null;

    internal sealed class Handler(Seats seats, Recordings recordings, Db db) : IRequestHandler<NoteEvents, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(NoteEvents request, CancellationToken cancellationToken)
        {
            if (await seats.FindAsync(request.CallId, cancellationToken) is null) return new NotFound();
            if (await recordings.FindAsync(request.CallId, request.Id, cancellationToken) is not { } recording) return new NotFound();
            // What was drawn at the end may come a little after it.
            if (recording.State is not ("running" or "joining" or "done")) return new NotRecording();
            await db.RunAsync(
                """
                insert into recording_events (recording_id, at_ms, event)
                select @Id, n.at_ms, n.event::jsonb
                from unnest(@moments::int[], @events::text[]) with ordinality as n (at_ms, event, place)
                where not exists (select from recording_events e where e.recording_id = @Id and e.at_ms = n.at_ms and e.event = n.event::jsonb)
                order by n.place
                """,
                new { request.Id, moments = request.Events.Select(one => MomentOf(one)!.Value).ToArray(), events = request.Events.Select(one => one.ToJsonString()).ToArray() }, cancellationToken);
            return Done.Value;
        }
    }
}
