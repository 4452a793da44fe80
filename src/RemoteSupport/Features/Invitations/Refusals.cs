using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>Nothing that a mail could be sent to.</summary>
public sealed record InvalidInviteeEmail() : Refusal("invalid_email", 422, "The e-mail address is not valid.")
{
    /// <inheritdoc />
    public override string? Field => "email";
}

/// <summary>A number that cannot be read without guessing.</summary>
public sealed record InvalidPhone() : Refusal("validation_failed", 422, "Enter a phone number with its country code, such as +39 06 12345678.")
{
    /// <inheritdoc />
    public override string? Field => "phone";
}

/// <summary>No text message can be sent, or none to this country.</summary>
/// <param name="Why">A sentence, the key of its translations.</param>
/// <param name="At">The field that it is about.</param>
public sealed record SmsCannotBeSent(string Why, string At) : Refusal("sms_unavailable", 422, Why)
{
    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>A mailbox or telephone is not ours to fill, and no inviter is a machine.</summary>
/// <param name="Why">A sentence, the key of its translations.</param>
public sealed record InvitedOften(string Why) : Refusal("rate_limited", 429, Why)
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => InvitationRules.Hour;
}

/// <summary>Of what there were too many.</summary>
internal static class OftenSentences
{
    public static string ToAddress => Sentence.Of("This person has been sent several invitations within an hour. Please try again later.");

    public static string OfInviter => Sentence.Of("You have sent very many invitations within an hour. Please try again later.");
}

/// <summary>What is over stays over: a new invitation takes its place.</summary>
/// <param name="State">"declined", "done", "expired" or "cancelled".</param>
public sealed record InvitationIsOver(string State) : Refusal("invitation_over", 409, OverSentences.Of(State))
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["state"] = State };
}

/// <summary>What is said of each end to whoever works on the invitation.</summary>
internal static class OverSentences
{
    public static string Of(string state) => state switch
    {
        "declined" => Sentence.Of("This invitation was declined. Send a new one if the guest has changed their mind."),
        "done" => Sentence.Of("The call of this invitation is over. Send a new invitation for another call."),
        "cancelled" => Sentence.Of("This invitation was cancelled. Send a new one instead."),
        _ => Sentence.Of("This invitation has expired. Send a new one instead."),
    };
}

/// <summary>A guest's link lets nobody in any more.</summary>
/// <param name="State">"declined", "done", "expired" or "cancelled".</param>
public sealed record LinkIsOver(string State) : Refusal("link_expired", 410, "This link is no longer valid.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["state"] = State };
}

/// <summary>A guest's link that was never made.</summary>
public sealed record LinkUnknown() : Refusal("not_found", 404, "We do not know this link.");

/// <summary>Nobody accepts a text that they have not read.</summary>
public sealed record TermsChanged() : Refusal("changed_meanwhile", 409, "The privacy terms were changed a moment ago. Please read them as they are now.");

/// <summary>Nothing of a call before that.</summary>
public sealed record TermsNotAccepted() : Refusal("forbidden", 403, "Please read and accept the privacy terms first.");
