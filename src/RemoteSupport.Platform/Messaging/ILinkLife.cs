namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Knows until when secret links of one purpose can be used. Each slice that puts links into messages brings one; a link that nobody answers for counts as dead.
/// </summary>
public interface ILinkLife
{
    /// <summary>The purpose of the links (<see cref="SecretLink.Purpose"/>).</summary>
    string Purpose { get; }

    /// <summary>What to do instead once such a link is dead: a sentence, the key of its translations.</summary>
    string Instead { get; }

    /// <summary>When the link dies by the clock; null when it is dead already.</summary>
    Task<DateTimeOffset?> EndsAtAsync(Guid id, CancellationToken ct);
}
