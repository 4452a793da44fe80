namespace RemoteSupport.Features.Calls;

/// <summary>A call with those who are in it, as the rules need it.</summary>
internal sealed record Call(
    Guid Id, Guid InvitationId, Guid InviterId, Guid? OrganizationId, string State, DateTimeOffset RangAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt,
    string? HostConnection, DateTimeOffset? HostSeenAt, string? GuestConnection, DateTimeOffset? GuestSeenAt, string HostName, string Invitee, DateTimeOffset LinkEndsAt)
{
    public const string Sql =
        """
        select c.id, c.invitation_id, c.inviter_id, c.organization_id, c.state, c.rang_at, c.answered_at, c.ended_at,
          c.host_connection, c.host_seen_at, c.guest_connection, c.guest_seen_at, a.name as host_name, i.invitee, i.expires_at as link_ends_at
        from calls c
        join accounts a on a.id = c.inviter_id
        join invitation_gates i on i.id = c.invitation_id
        """;

    public bool IsOver => State is "done" or "missed";

    public string? ConnectionOf(string side) => side == Seats.Host ? HostConnection : GuestConnection;

    public DateTimeOffset? SeenAt(string side) => side == Seats.Host ? HostSeenAt : GuestSeenAt;

    /// <summary>Sits in the room, and was heard of lately.</summary>
    public bool IsHere(string side, DateTimeOffset now) => !IsOver && ConnectionOf(side) is not null && SeenAt(side) is { } seen && now < seen + CallRules.Here;
}
