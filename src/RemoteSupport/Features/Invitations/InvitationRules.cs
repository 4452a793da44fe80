namespace RemoteSupport.Features.Invitations;

/// <summary>What an invitation may be, and how it stands (IN).</summary>
internal static class InvitationRules
{
    /// <summary>Characters of the reference, which is one line.</summary>
    public const int LongestInvitee = 200;

    /// <summary>Messages to one address within an hour: nobody's mailbox or telephone is ours to fill.</summary>
    public const int MostToAddress = 5;

    /// <summary>Invitations of one person within an hour.</summary>
    public const int MostOfInviter = 60;

    /// <summary>The time that both are counted over.</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>How long a guest who is in a call can stay, or come back to it, when the link's own time is over before (IN-6).</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromDays(1);

    /// <summary>How often the job looks again at an invitation whose time is over while its call goes on.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The call of an invitation i: "ringing", "in_call" or null, as its story tells. It stands in no column of the invitation: whoever rings holds that for share, and
    /// two who ring at once would wait for each other.
    /// </summary>
    public const string CallState =
        """
        (select case e.kind when 'called' then 'ringing' when 'in_call' then 'in_call' end
         from support_invitation_events e
         where e.invitation_id = i.id and e.kind in ('called', 'in_call', 'missed')
         order by e.number desc
         limit 1)
        """;

    /// <summary>How an invitation i stands, with its message m; wants @now.</summary>
    public const string State =
        $"""
        case
          when i.done_at is not null then 'done'
          when i.cancelled_at is not null then 'cancelled'
          when i.declined_at is not null then 'declined'
          when i.expired_at is not null then 'expired'
          when {CallState} is not null then {CallState}
          when i.expires_at <= @now then 'expired'
          when i.accepted_at is not null then 'accepted'
          when i.opened_at is not null then 'opened'
          when m.state is null or m.state = 'kept' then 'sent'
          else m.state
        end
        """;

    /// <summary>
    /// How the link of an invitation i by an account a stands: "open" lets in; else why not. A running call outlives the link's time, and nobody is invited in the
    /// name of somebody who is there no more. Wants @now.
    /// </summary>
    public const string LinkState =
        $"""
        case
          when i.done_at is not null then 'done'
          when i.cancelled_at is not null or a.status <> 'active' then 'cancelled'
          when i.declined_at is not null then 'declined'
          when i.expired_at is not null or (i.expires_at <= @now and {CallState} is distinct from 'in_call') then 'expired'
          else 'open'
        end
        """;

    /// <summary>A line of text as it is kept: null where it is blank.</summary>
    public static string? Line(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Platform.Security.WellFormed.Text(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
}
