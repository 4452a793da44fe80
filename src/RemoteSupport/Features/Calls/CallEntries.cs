using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>What was said and sent in a call, and what happened: its chat and its history (CA-6), in order.</summary>
internal sealed class CallEntries(Db db, TimeProvider clock)
{
    private const int Most = 1_000;

    private const string Columns =
        """
        select e.id, e.at, e.side, e.author_name, e.kind, e.text,
          m.id as media_id, m.name as media_name, m.kind as media_kind, m.media_type, m.size, m.has_thumbnail
        from call_entries e
        left join call_media m on m.id = e.media_id and m.deleted_at is null
        """;

    /// <summary>Adds an entry, in the running transaction; false where this id has one already: somebody tried again.</summary>
    public async Task<bool> AddAsync(Guid callId, NewEntry entry) =>
        await db.RunAsync(
            """
            insert into call_entries (id, call_id, at, side, author_name, kind, text, media_id)
            values (@Id, @callId, @now, @Side, @Author, @Kind, @Text, @MediaId)
            on conflict (tenant_id, call_id, id) do nothing
            """,
            new { entry.Id, callId, now = clock.GetUtcNow(), entry.Side, entry.Author, entry.Kind, entry.Text, entry.MediaId }) > 0;

    /// <summary>Adds what nobody wrote: somebody came or left, the call ended.</summary>
    public Task<bool> TellAsync(Call call, string kind) => AddAsync(call.Id, new NewEntry(Guid.CreateVersion7(clock.GetUtcNow()), CallRules.System, NameIn(call, kind), kind));

    /// <summary>One of them; null where there is none.</summary>
    public Task<EntryRow?> FindAsync(Guid callId, Guid id, CancellationToken ct = default) => db.FindAsync<EntryRow>($"{Columns} where e.call_id = @callId and e.id = @id", new { callId, id }, ct);

    /// <summary>All of a call; of a very long one the latest.</summary>
    public async Task<IReadOnlyList<EntryRow>> ListAsync(Guid callId, CancellationToken ct = default)
    {
        var found = await db.ListAsync<EntryRow>($"{Columns} where e.call_id = @callId order by e.number desc limit @Most", new { callId, Most }, ct);
        return [.. found.Reverse()];
    }

    private static string? NameIn(Call call, string kind) => kind switch
    {
        "rang" or "left" or "returned" => call.Invitee,
        "answered" => call.HostName,
        _ => null,
    };
}

/// <summary>An entry to be added.</summary>
/// <param name="Id">The browser's own for what people send.</param>
/// <param name="Side">One of CallRules.</param>
/// <param name="Author">As they are called now; null where nobody is.</param>
/// <param name="Kind">"text", "file", "snapshot", "recording", or what happened.</param>
/// <param name="Text">What was said.</param>
/// <param name="MediaId">What was sent.</param>
internal sealed record NewEntry(Guid Id, string Side, string? Author, string Kind, string? Text = null, Guid? MediaId = null);

/// <summary>An entry as it is kept.</summary>
internal sealed record EntryRow(
    Guid Id, DateTimeOffset At, string Side, string? AuthorName, string Kind, string? Text,
    Guid? MediaId, string? MediaName, string? MediaKind, string? MediaType, long? Size, bool? HasThumbnail);
