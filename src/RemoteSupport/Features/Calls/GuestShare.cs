using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>What one guest may leave in a call: a stranger with a link fills neither the tenant's room for files nor the call's history.</summary>
internal sealed class GuestShare(Db db)
{
    /// <summary>Files and snapshots.</summary>
    public const int MostFiles = 100;

    /// <summary>Lines of the chat.</summary>
    public const int MostLines = 1_000;

    /// <summary>Why an entry of a kind ("text", or a file) is not taken from this seat; null where it is, also when it is there already. Exact while the call is held.</summary>
    public async Task<Refusal?> UsedAsync(Seat seat, string kind, Guid id, CancellationToken ct)
    {
        if (seat.IsHost) return null;
        var isText = kind == "text";
        var sent = await db.SingleAsync<long>(
            "select count(*) from call_entries where call_id = @CallId and side = 'guest' and (kind = 'text') = @isText and id <> @id", new { seat.CallId, isText, id }, ct);
        return sent < (isText ? MostLines : MostFiles) ? null : new GuestShareUsed(isText);
    }
}

/// <summary>The guest has sent as much as one call takes from a guest.</summary>
public sealed record GuestShareUsed(bool IsText) : Refusal("quota_exceeded", 422, ShareSentences.Of(IsText))
{
    /// <inheritdoc />
    public override string? Field => IsText ? "text" : "file";
}

/// <summary>Of what it was too much.</summary>
internal static class ShareSentences
{
    public static string Of(bool isText) =>
        isText ? Sentence.Of("You have written as much as one call can hold.") : Sentence.Of("You have sent as many files as one call can hold.");
}
