using Dapper;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Invitations;

/// <summary>Reads invitations as far as the caller sees them: their own; tenant admins also the partner's, an organization's owner and admins also its own.</summary>
internal sealed class InvitationReader(Db db, Caller caller, TimeProvider clock)
{
    private const string Columns =
        $"""
        select f.* from (
          select i.id, i.invitee, i.channel, i.language, i.address, {InvitationRules.State} as state, case when m.state = 'failed' then m.last_error end as reason,
                 i.inviter_id, a.name as inviter_name, i.customer_id, o.name as customer_name, i.report_id, i.created_at, i.expires_at, i.opened_at, i.accepted_at,
                 coalesce(i.declined_at, i.done_at, i.cancelled_at, i.expired_at) as ended_at
          from support_invitations i
          join accounts a on a.id = i.inviter_id
          left join organization_gates o on o.id = i.customer_id
          left join messages m on m.id = i.message_id
          where (i.inviter_id = @Me or {Others})
        """;

    private const string Others = "(@SeesAll and i.organization_id is not distinct from @Inside)";

    /// <summary>Whether the caller sees invitations of others.</summary>
    public bool SeesAll => caller.May(Permission.Tenant) || (caller.May(Permission.Invitations) && caller.May(Permission.LookInside));

    /// <summary>An invitation that the caller may see; null when there is none.</summary>
    public Task<SupportInvitation?> FindAsync(Guid id, CancellationToken ct = default) =>
        db.FindAsync<SupportInvitation>($"{Columns} and i.id = @id) f", Values(new { id }), ct);

    /// <summary>Those that also meet conditions (on i; on what came out, f), the newest first.</summary>
    public Task<IReadOnlyList<SupportInvitation>> ListAsync(string condition, string outcome, object arguments, CancellationToken ct) =>
        db.ListAsync<SupportInvitation>($"{Columns}{condition}) f where true{outcome} order by f.id desc limit @rows", Values(arguments), ct);

    private DynamicParameters Values(object others)
    {
        var values = new DynamicParameters(others);
        values.AddDynamicParams(new { now = clock.GetUtcNow(), Me = caller.SignedIn.AccountId, caller.SignedIn.Inside, SeesAll });
        return values;
    }
}
