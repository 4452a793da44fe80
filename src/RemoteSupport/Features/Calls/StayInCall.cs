using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>A room says that somebody is there, and how it goes: what works, on which device, over which line. The other side sees what is blocked (CA-1).</summary>
[Requires(Permission.InCall)]
public sealed record StayInCall : ICommand<Done>, IValidatableObject
{
    /// <summary>The call.</summary>
    public Guid CallId { get; init; }

    /// <summary>What the browser lets us have.</summary>
    public RoomMedia? Media { get; init; }

    /// <summary>Such as "Chrome, Android".</summary>
    [StringLength(100, ErrorMessage = "This is too long.")]
    public string? Device { get; init; }

    /// <summary>How the line is.</summary>
    public LineQuality? Quality { get; init; }

    /// <summary>How many marks this side has drawn so far.</summary>
    [Range(0, 1_000_000, ErrorMessage = "This number is out of range.")]
    public int? Marks { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => NestedParts.Check(Media, Quality);

    internal sealed class Handler(Seats seats, Db db, SeatReports reports, CallNews news, CallAudit audit, TimeProvider clock) : IRequestHandler<StayInCall, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(StayInCall request, CancellationToken cancellationToken)
        {
            if (await seats.FindAsync(request.CallId, cancellationToken) is not { } seat) return new NotFound();
            if (seat.Call.IsOver) return audit.Nothing();
            var now = clock.GetUtcNow();
            await db.RunAsync(
                $"""
                update calls set {seat.Side}_seen_at = @now,
                  due_at = case when state = 'in_call' then @empty when @isHost then due_at else @away end
                where id = @CallId and ended_at is null
                """,
                new { request.CallId, now, seat.IsHost, empty = now + CallRules.Empty, away = now + CallRules.Away }, cancellationToken);
            var hasChanged = await reports.KeepAsync(seat, request, cancellationToken);
            if (hasChanged || seat.Call.SeenAt(seat.Side) is not { } seen || now >= seen + CallRules.Here) await news.ChangedAsync(request.CallId, CallNews.Presence);
            return audit.Nothing();
        }
    }
}

/// <summary>What the browser lets a room have: "on", "off", "refused", "missing"; and what stands in the way: "browser", "system", "in_app".</summary>
public sealed record RoomMedia
{
    /// <summary>The camera.</summary>
    [RegularExpression("[a-z_]{1,20}", ErrorMessage = "There is no such state.")]
    public string? Camera { get; init; }

    /// <summary>The microphone.</summary>
    [RegularExpression("[a-z_]{1,20}", ErrorMessage = "There is no such state.")]
    public string? Microphone { get; init; }

    /// <summary>Who blocks it.</summary>
    [RegularExpression("[a-z_]{1,20}", ErrorMessage = "There is no such state.")]
    public string? Block { get; init; }
}

/// <summary>A line as its browser measures it.</summary>
public sealed record LineQuality
{
    /// <summary>Milliseconds there and back.</summary>
    [Range(0, 3_600_000, ErrorMessage = "This number is out of range.")]
    public double? Rtt { get; init; }

    /// <summary>What part was lost, from 0 to 1.</summary>
    [Range(0, 1, ErrorMessage = "This number is out of range.")]
    public double? Loss { get; init; }

    /// <summary>How often the picture stood still since the page is open.</summary>
    [Range(0, 1_000_000, ErrorMessage = "This number is out of range.")]
    public int? Freezes { get; init; }

    /// <summary>It goes through a relay.</summary>
    public bool? Relay { get; init; }

    /// <summary>Milliseconds from entering the room to the first picture or sound.</summary>
    [Range(0, 86_400_000, ErrorMessage = "This number is out of range.")]
    public double? JoinMs { get; init; }
}
