using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>A guest goes out of a running call, and may come back.</summary>
internal sealed class Leaving(Db db, CallEntries entries, CallNews news, TimeProvider clock)
{
    /// <summary>The call, held by the transaction, goes on without the guest.</summary>
    public async Task LeaveAsync(Call call)
    {
        if (call.GuestSeenAt is null) return;
        await db.RunAsync(
            "update calls set guest_connection = null, guest_seen_at = null, due_at = @due where id = @Id", new { call.Id, due = clock.GetUtcNow() + CallRules.Empty });
        await entries.TellAsync(call, "left");
        await news.ChangedAsync(call.Id, CallNews.Entries);
        await news.ChangedAsync(call.Id, CallNews.Presence);
    }

    /// <summary>Somebody who had left is heard of again.</summary>
    public async Task ReturnAsync(Call call)
    {
        await entries.TellAsync(call, "returned");
        await news.ChangedAsync(call.Id, CallNews.Entries);
    }
}
