using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>Recording begins when the guest has agreed, and ends once.</summary>
public sealed record NotRecording() : Refusal("not_recording", 409, "This call is not being recorded.");

/// <summary>Recording asks for a call in which both are.</summary>
public sealed record NotInCall() : Refusal("not_in_call", 409, "A call can be recorded while it is running.");

/// <summary>What was recorded is not all here yet.</summary>
/// <param name="Chunks">How many pieces are, without a gap.</param>
public sealed record PiecesMissing(int Chunks) : Refusal("chunks_missing", 409, "Parts of the recording have not arrived yet.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["chunks"] = Chunks };
}

/// <summary>A piece with more bytes than a piece has.</summary>
public sealed record PieceTooLarge() : Refusal("validation_failed", 422, "This part of the recording is too large.");
