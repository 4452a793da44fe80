using Npgsql;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Calls;

/// <summary>Lets the two sides of a call into its room: on each sits the tab that entered last, on whichever node (CA-8).</summary>
internal sealed class CallRooms(Db db, Caller caller, Seats seats, RoomSeating seating, TimeProvider clock) : ILiveRooms
{
    private const string HostSql =
        """
        select c.id from calls c
        where c.id = $1 and c.host_connection = $2 and c.inviter_id = $3 and c.ended_at is null
          and exists (select from sessions s where s.id = $4 and s.ended_at is null and s.ends_at > $5)
        """;

    private const string GuestSql =
        """
        select c.id from calls c
        where c.id = $1 and c.guest_connection = $2 and c.invitation_id = $3 and c.ended_at is null
          and exists (select from passes p where p.id = $4 and p.ended_at is null and p.ends_at > $5)
        """;

    public Task<RoomSeat?> EnterAsync(Guid room, string connectionId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            if (await seats.LockAsync(room, ct) is not { Call.IsOver: false } seat) return null;
            await seating.TakeAsync(seat, connectionId);
            return SeatIn(room, seat.Side);
        }, keep: null, ct);

    // Runs with every whisper.
    public async Task<RoomSeat?> FindSeatAsync(Guid room, string connectionId, CancellationToken ct)
    {
        var (sql, side, mine, id) = caller switch
        {
            { Pass: { } pass } => (GuestSql, Seats.Guest, pass.SubjectId, pass.Id),
            { Session: { Acting: null } session } => (HostSql, Seats.Host, session.AccountId, session.Id),
            _ => default,
        };
        if (sql is null) return null;
        NpgsqlParameter[] values =
        [
            new NpgsqlParameter<Guid> { TypedValue = room }, new NpgsqlParameter<string> { TypedValue = connectionId }, new NpgsqlParameter<Guid> { TypedValue = mine },
            new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() },
        ];
        return await db.FindAsync(sql, values, _ => SeatIn(room, side), ct);
    }

    public Task LeaveAsync(Guid room, string connectionId) => db.InTransactionAsync(() => seating.GiveUpAsync(room, caller.Pass is null ? Seats.Host : Seats.Guest, connectionId));

    private static RoomSeat SeatIn(Guid room, string side) => new(CallNews.TopicOf(room), side, side == Seats.Host ? Seats.Guest : Seats.Host);
}
