using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>The call has ended, or nobody answered it: nothing more can be done in it.</summary>
public sealed record CallOver() : Refusal("call_over", 409, "This call is over.");

/// <summary>The link behind this pass leads nowhere any more.</summary>
/// <param name="State">"declined", "done", "cancelled" or "expired".</param>
public sealed record InvitationOver(string State) : Refusal(State is "done" or "declined" ? "link_used" : "link_expired", 410, OverSentences.Of(State))
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["state"] = State };
}

/// <summary>Why a link leads nowhere.</summary>
internal static class OverSentences
{
    public static string Of(string state) => state switch
    {
        "done" => Sentence.Of("This call is over."),
        "declined" => Sentence.Of("This invitation was declined."),
        "cancelled" => Sentence.Of("This invitation was withdrawn."),
        _ => Sentence.Of("This invitation has expired."),
    };
}

/// <summary>The question after a call has been answered already, or there was no call.</summary>
public sealed record NothingToRate() : Refusal("already_decided", 409, "You have already answered. Thank you.");
