using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Invitations;

/// <summary>How invitations stand, in words, with the icon and the tone of the chip.</summary>
internal static class InvitationWords
{
    public static (string Tone, string Icon, string Word) Of(string state, IStringLocalizer localizer) => state switch
    {
        "queued" => ("", "clock", localizer["Queued"]),
        "sent" => ("chip-info", "send", localizer["Sent"]),
        "delivered" => ("chip-info", "check", localizer["Delivered"]),
        "failed" => ("chip-danger", "circle-alert", localizer["Failed"]),
        "opened" => ("chip-info", "eye", localizer["Link opened"]),
        "accepted" => ("chip-info", "shield-check", localizer["Terms accepted"]),
        "ringing" => ("chip-warn", "phone", localizer["It rings"]),
        "in_call" => ("chip-ok", "video", localizer["In the call"]),
        "declined" => ("chip-warn", "ban", localizer["Declined"]),
        "done" => ("chip-ok", "circle-check", localizer["Call over"]),
        "expired" => ("", "hourglass", localizer["Link expired"]),
        _ => ("", "circle-x", localizer["Cancelled"]),
    };

    /// <summary>A step of an invitation's way.</summary>
    public static (string Icon, string Sentence) OfStep(string kind, string inviter, IStringLocalizer localizer) => kind switch
    {
        "created" => ("plus", localizer["{0} made the invitation.", inviter]),
        "resent" => ("refresh-cw", localizer["It was sent again."]),
        "sent" => ("send", localizer["The message was handed over."]),
        "delivered" => ("check", localizer["The message has arrived."]),
        "failed" => ("circle-alert", localizer["The message could not be delivered."]),
        "opened" => ("eye", localizer["The guest opened the link."]),
        "accepted" => ("shield-check", localizer["The guest accepted the privacy terms."]),
        "called" => ("phone", localizer["The guest rang."]),
        "missed" => ("phone-missed", localizer["Nobody answered."]),
        "in_call" => ("video", localizer["The call began."]),
        "declined" => ("ban", localizer["The guest declined."]),
        "done" => ("circle-check", localizer["The call is over."]),
        "expired" => ("hourglass", localizer["The link has expired."]),
        _ => ("circle-x", localizer["The invitation was cancelled."]),
    };

    /// <summary>A channel.</summary>
    public static string Channel(string channel, IStringLocalizer localizer) => channel == "sms" ? localizer["SMS"] : localizer["E-mail"];
}
