using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>Takes in what somebody sends in a call, before the command that keeps it. Nothing is read of what cannot be sent.</summary>
internal sealed class FileIntake(Seats seats, MediaIntake intake)
{
    /// <summary>The upload with its thumbnail.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="name">As its sender calls it.</param>
    /// <param name="content">The file.</param>
    /// <param name="length">As it is announced; null when it is not.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Outcome<TakenMedia>> TakeInAsync(Guid callId, string? name, Stream content, long? length, CancellationToken ct)
    {
        if (await seats.FindAsync(callId, ct) is not { } seat) return new NotFound();
        if (seat.Call.IsOver) return new CallOver();
        var taken = await intake.TakeInAsync(name, content, length, ct);
        return taken.Refusal is QuotaExceeded full ? NoRoomLeft.For(seat, full) : taken;
    }
}

/// <summary>As much is kept as may be; guests can do nothing about it.</summary>
public sealed record NoRoomLeft() : Refusal("quota_exceeded", 422, "This cannot be sent: there is no room left for files.")
{
    /// <inheritdoc />
    public override string? Field => "file";

    internal static Refusal For(Seat seat, Refusal full) => seat.IsHost ? full : new NoRoomLeft();
}
