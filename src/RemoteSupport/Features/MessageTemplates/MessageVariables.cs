using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>
/// What each variable of each message is, in a sentence (MT-2): by its path, or by "message.path" where it means something of its own. A
/// message with a variable that is not described here does not start.
/// </summary>
internal static class MessageVariables
{
    public static readonly MessageTextAttribute Layout = new MessageTextAttribute("Layout of all e-mails", "Stands around the text of every e-mail: logo, greeting, footer.");

    public static readonly IReadOnlyDictionary<string, string> Descriptions = new Dictionary<string, string>
    {
        ["recipient_name"] = Sentence.Of("The recipient’s name, or the address where no name is known"),
        ["content"] = Sentence.Of("The text of the e-mail"),
        ["brand.name"] = Sentence.Of("The product’s name"),
        ["brand.support_email"] = Sentence.Of("The address for help"),
        ["brand.accent_color"] = Sentence.Of("The accent colour, such as #1f5fbf"),
        ["brand.on_accent"] = Sentence.Of("A text colour that can be read on the accent colour"),
        ["brand.has_logo"] = Sentence.Of("Whether there is a logo (as picture cid:logo)"),
        ["brand.footer"] = Sentence.Of("The lines of your footer in this language"),
        ["brand.imprint_url"] = Sentence.Of("The address of your imprint; empty where there is none"),
        ["brand.privacy_url"] = Sentence.Of("The address of your privacy policy; empty where there is none"),

        ["at"] = Sentence.Of("When it happened"),
        ["author"] = Sentence.Of("Who wrote it"),
        ["application"] = Sentence.Of("The application that the report is about"),
        ["asked"] = Sentence.Of("How long was asked for; empty where the same was granted"),
        ["asked_by"] = Sentence.Of("Who asked"),
        ["callback"] = Sentence.Of("The number to call back"),
        ["can_ring_again"] = Sentence.Of("Whether the invitation’s link still works"),
        ["company"] = Sentence.Of("The company that invites"),
        ["description"] = Sentence.Of("The whole description"),
        ["device"] = Sentence.Of("The browser and system that it came from"),
        ["duration"] = Sentence.Of("How long"),
        ["email"] = Sentence.Of("The e-mail address of the account"),
        ["ended_at"] = Sentence.Of("When it ended"),
        ["ended_by"] = Sentence.Of("Who ended it; empty where it ended by itself"),
        ["expires_at"] = Sentence.Of("Until when the link is valid"),
        ["fault"] = Sentence.Of("What is wrong, and where"),
        ["files"] = Sentence.Of("The names of the attached files"),
        ["from"] = Sentence.Of("The former owner"),
        ["guest"] = Sentence.Of("What you call the guest"),
        ["has_callback"] = Sentence.Of("Whether a number to call back was given"),
        ["has_files"] = Sentence.Of("Whether files are attached"),
        ["has_visits"] = Sentence.Of("Whether anybody was in on it"),
        ["inviter"] = Sentence.Of("Who invites"),
        ["ip"] = Sentence.Of("The network address that it came from"),
        ["is_accepted"] = Sentence.Of("Whether it was accepted"),
        ["is_for_more_time"] = Sentence.Of("Whether it is about more time for access that is open"),
        ["is_reopened"] = Sentence.Of("Whether the reply opened the report again"),
        ["is_returned"] = Sentence.Of("Whether the supporter gave it back early"),
        ["is_revoked"] = Sentence.Of("Whether it was taken back"),
        ["is_signed_in"] = Sentence.Of("Whether the reporter was signed in"),
        ["is_unassigned"] = Sentence.Of("Whether the report belongs to no organization"),
        ["language"] = Sentence.Of("The language of the text"),
        ["lapses_at"] = Sentence.Of("Until when it can be decided"),
        ["leads_through_activation"] = Sentence.Of("Whether the owner has to set a password first"),
        ["managed_by_changed"] = Sentence.Of("Whether it ended because another side manages the organization now"),
        ["message"] = Sentence.Of("The name of the text"),
        ["note"] = Sentence.Of("The supporter’s note; empty where there is none"),
        ["number"] = Sentence.Of("The report’s number, such as #1042"),
        ["opens_at"] = Sentence.Of("When the account opens by itself"),
        ["organization"] = Sentence.Of("The organization’s name; empty where there is none"),
        ["owner"] = Sentence.Of("The owner of the organization"),
        ["reason"] = Sentence.Of("The reason; empty where none was given"),
        ["reporter"] = Sentence.Of("Who reported the problem"),
        ["reporter_email"] = Sentence.Of("The reporter’s e-mail address"),
        ["requester"] = Sentence.Of("The supporter who asked for access"),
        ["reset_url"] = Sentence.Of("The link to set a new password"),
        ["sender"] = Sentence.Of("The address to send from"),
        ["sent_at"] = Sentence.Of("When it was sent"),
        ["sign_in_url"] = Sentence.Of("The link to sign in"),
        ["since"] = Sentence.Of("Since when it was open"),
        ["summary"] = Sentence.Of("The summary"),
        ["supporter"] = Sentence.Of("The supporter"),
        ["text"] = Sentence.Of("What was written"),
        ["to"] = Sentence.Of("The new owner"),
        ["until"] = Sentence.Of("Until when; empty where there is no end"),
        ["url"] = Sentence.Of("The link that it leads to"),
        ["invitation.url"] = Sentence.Of("The link into the call; an e-mail shows it as a QR code, too, by the picture cid:qr"),
        ["visits"] = Sentence.Of("Who was in, and from when to when"),
    };
}
