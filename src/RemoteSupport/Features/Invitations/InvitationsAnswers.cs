using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Invitations;

/// <summary>An invitation as the API shows it; never its link.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="State">"queued", "sent", "delivered", "failed", "opened", "accepted", "ringing", "in_call", "declined", "done", "expired" or "cancelled".</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Invitee">The inviter's reference.</param>
/// <param name="Channel">"email" or "sms".</param>
/// <param name="Language">In which the guest is spoken to.</param>
/// <param name="Phone">E.164, of an SMS.</param>
/// <param name="Email">Of an e-mail.</param>
/// <param name="InvitedBy">Who invites.</param>
/// <param name="OrganizationId">The organization that a partner invites somebody of, where known.</param>
/// <param name="ProblemReportId">What it came of.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when its link lets in.</param>
/// <param name="OpenedAt">When the guest opened the link.</param>
/// <param name="AcceptedAt">When the guest accepted the privacy terms.</param>
/// <param name="EndedAt">When it was declined, done, cancelled or expired.</param>
public sealed record SupportInvitationAnswer(
    Guid Id, string State, string? Reason, string Invitee, string Channel, string Language, string? Phone, string? Email, string InvitedBy, Guid? OrganizationId, Guid? ProblemReportId,
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? OpenedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? EndedAt)
{
    internal static SupportInvitationAnswer Of(SupportInvitation one, IStringLocalizer localizer) => new(
        one.Id, one.State, one.Reason is { } reason ? localizer[reason].Value : null, one.Invitee, one.Channel, one.Language, one.Channel == "sms" ? one.Address : null, one.Channel == "email" ? one.Address : null,
        one.InviterName, one.CustomerId, one.ReportId, one.CreatedAt, one.ExpiresAt, one.OpenedAt, one.AcceptedAt, one.EndedAt);
}

/// <summary>An invitation with its way.</summary>
public sealed record WholeInvitationAnswer(SupportInvitationAnswer Invitation, IReadOnlyList<InvitationStep> Steps)
{
    internal static WholeInvitationAnswer Of(WholeInvitation whole, IStringLocalizer localizer) => new(
        SupportInvitationAnswer.Of(whole.Invitation, localizer), [.. whole.Steps.Select(step => step with { Reason = step.Reason is { } reason ? localizer[reason].Value : null })]);
}
