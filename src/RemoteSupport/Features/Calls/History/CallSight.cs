using Dapper;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Calls.History;

/// <summary>Whose calls somebody sees in the history: their own; tenant admins also the partner's, an organization's owner and admins also its own.</summary>
internal sealed class CallSight(Caller caller)
{
    /// <summary>Over calls c; wants the values of <see cref="Values"/>.</summary>
    public const string Condition = "(c.inviter_id = @Me or (@SeesAll and c.organization_id is not distinct from @Inside))";

    /// <summary>Whether the caller sees calls of others.</summary>
    public bool SeesAll => caller.May(Permission.Tenant) || (caller.May(Permission.Invitations) && caller.May(Permission.LookInside));

    /// <summary>The condition's values, beside others.</summary>
    public DynamicParameters Values(object others)
    {
        var values = new DynamicParameters(others);
        values.AddDynamicParams(new { Me = caller.SignedIn.AccountId, caller.SignedIn.Inside, SeesAll });
        return values;
    }
}
