namespace RemoteSupport.Features.Calls.History;

/// <summary>A call as the history lists it.</summary>
/// <param name="Id">The call.</param>
/// <param name="InvitationId">The invitation by which it came.</param>
/// <param name="InviterId">Whom it rang for.</param>
/// <param name="InviterName">The same by name.</param>
/// <param name="Invitee">As they call the guest.</param>
/// <param name="Channel">"email" or "sms".</param>
/// <param name="Language">The invitation's.</param>
/// <param name="State">"ringing", "in_call", "done" or "missed".</param>
/// <param name="RangAt">When the guest rang.</param>
/// <param name="AnsweredAt">When it was picked up; null when it was not.</param>
/// <param name="EndedAt">When it was over; null while it is not.</param>
/// <param name="EndReason">"hung_up", "left", "away", "nobody", "cancelled" or "expired".</param>
/// <param name="Files">What was sent and recorded in it.</param>
/// <param name="NpsScore">The guest's answer afterwards.</param>
public sealed record PastCall(
    Guid Id, Guid InvitationId, Guid InviterId, string InviterName, string Invitee, string Channel, string Language, string State,
    DateTimeOffset RangAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, string? EndReason, long Files, int? NpsScore)
{
    internal const string Columns =
        """
        c.id, c.invitation_id, c.inviter_id, a.name as inviter_name, i.invitee, i.channel, i.language, c.state, c.rang_at, c.answered_at, c.ended_at, c.end_reason,
        (select count(*) from call_entries e where e.call_id = c.id and e.media_id is not null) as files, c.nps_score
        """;

    internal const string Tables =
        """
        calls c
        join accounts a on a.id = c.inviter_id
        join invitation_gates i on i.id = c.invitation_id
        """;

    /// <summary>Rang and was picked up.</summary>
    public bool WasAnswered => AnsweredAt is not null;

    /// <summary>How long the guest waited; null while they still do.</summary>
    public TimeSpan? Waited => (AnsweredAt ?? EndedAt) - RangAt;

    /// <summary>How long the call was; null while it runs, and when there was none.</summary>
    public TimeSpan? Lasted => EndedAt - AnsweredAt;
}
