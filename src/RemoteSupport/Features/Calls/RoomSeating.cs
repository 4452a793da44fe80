using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>Writes down which tab sits on which side of a call, in a running transaction; the other side hears of it.</summary>
internal sealed class RoomSeating(Db db, Leaving leaving, CallNews news, TimeProvider clock)
{
    /// <summary>Takes the seat of a call that the transaction holds, whoever sat there.</summary>
    public async Task TakeAsync(Seat seat, string connectionId)
    {
        var (call, now) = (seat.Call, clock.GetUtcNow());
        await db.RunAsync(
            $"""
            update calls set {seat.Side}_connection = @connectionId, {seat.Side}_seen_at = @now,
              due_at = case when state = 'in_call' then @empty when @IsHost then due_at else @away end
            where id = @Id
            """,
            new { call.Id, connectionId, now, seat.IsHost, empty = now + CallRules.Empty, away = now + CallRules.Away });
        if (seat is { IsHost: false, State: "in_call", Call.GuestSeenAt: null }) await leaving.ReturnAsync(call);
        await news.ChangedAsync(call.Id, CallNews.Presence);
    }

    /// <summary>Gives the seat up, unless another tab has taken it.</summary>
    public async Task GiveUpAsync(Guid callId, string side, string connectionId)
    {
        if (await db.RunAsync($"update calls set {side}_connection = null where id = @callId and {side}_connection = @connectionId and ended_at is null", new { callId, connectionId }) > 0)
            await news.ChangedAsync(callId, CallNews.Presence);
    }
}
