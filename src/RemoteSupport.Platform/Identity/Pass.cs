namespace RemoteSupport.Platform.Identity;

/// <summary>A device of somebody without an account who was let into one thing by a link (IN-4).</summary>
/// <param name="Id">The pass; its pages are under an address with it.</param>
/// <param name="SubjectId">What they were let into.</param>
/// <param name="Language">The code of the language in which they were invited (IN-2).</param>
/// <param name="EndsAt">Over from then on, used or not.</param>
public sealed record Pass(Guid Id, Guid SubjectId, string Language, DateTimeOffset EndsAt)
{
    /// <summary>Why a pass is over whose subject was opened on another device.</summary>
    public const string TakenOver = "taken_over";

    /// <summary>Why a pass is over whose time has passed.</summary>
    public const string Expired = "expired";
}

/// <summary>What a pass's token stands for.</summary>
/// <param name="Pass">As it is, or was.</param>
/// <param name="EndReason">Why it is over; null while it can be used.</param>
public sealed record FoundPass(Pass Pass, string? EndReason);

/// <summary>A new pass, with the token that only the device gets to see.</summary>
public sealed record StartedPass(Guid Id, string Token, DateTimeOffset EndsAt);
