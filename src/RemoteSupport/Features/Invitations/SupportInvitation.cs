namespace RemoteSupport.Features.Invitations;

/// <summary>A support invitation as its list and its page show it (IN-7).</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Invitee">A reference to the session, such as "Customer X"; the guest does not see it.</param>
/// <param name="Channel">"email" or "sms".</param>
/// <param name="Language">In which the guest is spoken to.</param>
/// <param name="Address">The e-mail address, or the number (E.164).</param>
/// <param name="State">One of <see cref="States"/>.</param>
/// <param name="Reason">Why its message failed: a sentence of ours, or a server's own words.</param>
/// <param name="InviterId">Who invites.</param>
/// <param name="InviterName">The same by name.</param>
/// <param name="CustomerId">The organization that a partner invites somebody of, where known.</param>
/// <param name="CustomerName">The same by name.</param>
/// <param name="ReportId">The problem report that it came of.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when its link lets in.</param>
/// <param name="OpenedAt">When the guest opened the link.</param>
/// <param name="AcceptedAt">When the guest accepted the privacy terms, or came back having done so before.</param>
/// <param name="EndedAt">When it was declined, done, cancelled or expired.</param>
public sealed record SupportInvitation(
    Guid Id, string Invitee, string Channel, string Language, string Address, string State, string? Reason, Guid InviterId, string InviterName,
    Guid? CustomerId, string? CustomerName, Guid? ReportId, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? OpenedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? EndedAt)
{
    /// <summary>Every state, in an invitation's order.</summary>
    public static IReadOnlyList<string> States { get; } =
        ["queued", "sent", "delivered", "failed", "opened", "accepted", "ringing", "in_call", "declined", "done", "expired", "cancelled"];

    /// <summary>States after which the link lets nobody in.</summary>
    public static IReadOnlyList<string> Ends { get; } = ["declined", "done", "expired", "cancelled"];

    /// <summary>Whether nothing can happen any more.</summary>
    public bool IsOver => Ends.Contains(State);
}

/// <summary>A page of invitations, and where the next one begins.</summary>
public sealed record SupportInvitationList(IReadOnlyList<SupportInvitation> Items, Guid? Next);

/// <summary>A step of an invitation's way, with its time: an event, or what became of one of its messages.</summary>
/// <param name="Kind">Such as "created", "sent", "opened", "missed".</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, for a message that failed.</param>
public sealed record InvitationStep(string Kind, DateTimeOffset At, string? Reason);

/// <summary>An invitation with its way, as its page shows it to the caller.</summary>
/// <param name="Invitation">Itself.</param>
/// <param name="Steps">The first one first.</param>
/// <param name="IsMine">The caller is the inviter.</param>
public sealed record WholeInvitation(SupportInvitation Invitation, IReadOnlyList<InvitationStep> Steps, bool IsMine);
