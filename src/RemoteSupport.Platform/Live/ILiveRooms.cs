namespace RemoteSupport.Platform.Live;

/// <summary>
/// Who may be in a room, in which pages whisper to each other. A room has two sides, and on each sits one page: the one that entered last. Asked at every
/// invocation, in the scope of the connection's handshake.
/// </summary>
public interface ILiveRooms
{
    /// <summary>Takes the seat on the caller's side for this connection; null when the caller has none in this room, or the room is closed.</summary>
    Task<RoomSeat?> EnterAsync(Guid room, string connectionId, CancellationToken ct);

    /// <summary>The seat on which this connection sits; null when it sits on none (any more).</summary>
    Task<RoomSeat?> FindSeatAsync(Guid room, string connectionId, CancellationToken ct);

    /// <summary>Gives the seat up, if this connection sits on it still. The caller's line may be lost already.</summary>
    Task LeaveAsync(Guid room, string connectionId);
}

/// <summary>A seat in a room.</summary>
/// <param name="Topic">The topic that tells what changes in the room.</param>
/// <param name="Side">The caller's side.</param>
/// <param name="Other">The other side, which hears what the caller whispers.</param>
public sealed record RoomSeat(string Topic, string Side, string Other);
