using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RemoteSupport.Features.Invitations;

/// <summary>What an inviter fills in (IN-1).</summary>
public abstract record InvitationFields
{
    /// <summary>Comes with the form and becomes the invitation's, so that one sent twice is one invitation.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>A reference to the session, such as "Customer X".</summary>
    [Required(ErrorMessage = "Say whom you invite, such as “Customer X”.")]
    [StringLength(InvitationRules.LongestInvitee, ErrorMessage = "The reference can have 200 characters at most.")]
    [RegularExpression(@"[^\p{Cc}\p{Zl}\p{Zp}]*", ErrorMessage = "The reference is one line of text.")]
    public string? Invitee { get; init => field = InvitationRules.Line(value); }

    /// <summary>"sms" or "email".</summary>
    [Required(ErrorMessage = "Choose SMS or e-mail.")]
    [AllowedValues("sms", "email", null, ErrorMessage = "Choose SMS or e-mail.")]
    public string? Channel { get; init; }

    /// <summary>In which the guest is spoken to: "en", "it", "es" or "de", of those that the tenant has.</summary>
    [Required(ErrorMessage = "Choose a language from the list.")]
    [AllowedValues("en", "it", "es", "de", null, ErrorMessage = "Choose a language from the list.")]
    public string? Language { get; init; }

    /// <summary>For an SMS: the number, also in national form.</summary>
    [StringLength(60, ErrorMessage = "This number is too long.")]
    public string? Phone { get; init => field = InvitationRules.Line(value); }

    /// <summary>For an e-mail: the address.</summary>
    [StringLength(254, ErrorMessage = "This e-mail address is too long.")]
    public string? Email { get; init => field = InvitationRules.Line(value); }

    /// <summary>The problem report that it comes of, if it comes of one that the caller sees (PR-3).</summary>
    public Guid? ProblemReportId { get; init; }
}
