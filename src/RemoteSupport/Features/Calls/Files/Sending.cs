namespace RemoteSupport.Features.Calls.Files;

/// <summary>Puts what somebody sends into the call's history and before both sides; sent again under the same id it is the same.</summary>
internal sealed class Sending(CallEntries entries, EntryWords words, CallNews news, CallAudit audit)
{
    /// <summary>What was sent under this id before.</summary>
    public async Task<RoomEntry?> FindAsync(Seat seat, Guid id, CancellationToken ct)
    {
        // What is sent in a call stands in the call's history.
        audit.Nothing();
        return await entries.FindAsync(seat.CallId, id, ct) is { } sent ? words.For(seat.Side, sent) : null;
    }

    /// <summary>In the transaction of the rest.</summary>
    public async Task<RoomEntry> SendAsync(Seat seat, Guid id, string kind, Guid mediaId)
    {
        await entries.AddAsync(seat.CallId, new NewEntry(id, seat.Side, seat.Name, kind, MediaId: mediaId));
        await news.ChangedAsync(seat.CallId, CallNews.Entries);
        await news.HistoryAsync(seat.Call);
        return words.For(seat.Side, (await entries.FindAsync(seat.CallId, id))!);
    }
}
