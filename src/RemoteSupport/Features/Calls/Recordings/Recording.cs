namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>A recording as the rules need it.</summary>
/// <param name="Id">The recording.</param>
/// <param name="CallId">Of which call.</param>
/// <param name="State">"asking" the guest, "running", "joining" its pieces, "done"; "refused" by the guest, or "empty" since nothing came.</param>
/// <param name="ConsentedAt">When the guest agreed.</param>
internal sealed record Recording(Guid Id, Guid CallId, string State, DateTimeOffset? ConsentedAt)
{
    public const string Sql = "select id, call_id, state, consented_at from recordings";
}

/// <summary>A recording that was asked for.</summary>
public sealed record BegunRecording(Guid Id, string State);

/// <summary>How far a recording has come.</summary>
/// <param name="State">As in the recording.</param>
/// <param name="Chunks">So many pieces are here without a gap; the next one to send has this number.</param>
public sealed record RecordingProgress(string State, int Chunks);
