using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// Ends sessions, in the transaction of what ends them. The remote logins that came from one end with it (AC-9); open pages hear of it when the
/// transaction commits.
/// </summary>
public sealed class SessionEnding(Db db, LiveEvents live, IMediator mediator, TimeProvider clock)
{
    /// <summary>What people do to their own sessions; a remote login among them was signed out.</summary>
    private static readonly string[] OwnReasons = ["ended_by_holder", "password_changed"];

    /// <summary>Ends the running ones among <paramref name="which"/> (a condition on sessions); answers how many. Its arguments: what the condition needs.</summary>
    public async Task<int> EndAsync(string which, string reason, object arguments, Guid? by = null)
    {
        var ended = await EndWhereAsync(which, reason, arguments);
        if (ended.Count == 0) return 0;
        var children = await EndWhereAsync(
            "parent_id = any (@parents)", reason == "deactivated" ? reason : "signed_out", new { parents = ended.Where(session => !session.IsActing).Select(session => session.Id).ToArray() });
        await live.PublishAllAsync([.. ended.Concat(children).Select(session => LiveHub.TopicOf(session.Id))], LiveConnections.Ended);
        foreach (var logins in ended.Concat(children).Where(session => session.IsActing).GroupBy(session => session.EndReason))
            await mediator.Publish(new RemoteLoginsEnded([.. logins.Select(login => login.Id)], logins.Key, by));
        return ended.Count;
    }

    private Task<IReadOnlyList<EndedSession>> EndWhereAsync(string which, string reason, object arguments)
    {
        var all = new Dapper.DynamicParameters(arguments);
        all.AddDynamicParams(new { now = clock.GetUtcNow(), reason, own = OwnReasons });
        return db.ListAsync<EndedSession>(
            $"update sessions set ended_at = @now, end_reason = case when acting_as is not null and @reason = any (@own) then 'signed_out' else @reason end where ended_at is null and {which} returning id, acting_as is not null as is_acting, end_reason", all);
    }

    private sealed record EndedSession(Guid Id, bool IsActing, string EndReason);
}

/// <summary>Remote logins have just ended, in this transaction, whatever ended them.</summary>
/// <param name="Ids">The sessions' ids, which are the logins'.</param>
/// <param name="Reason">As the API tells it: left, expired, revoked, returned, ended_by_customer, idle, signed_out, deactivated and so on.</param>
/// <param name="By">The account of whoever ended them; null for the clock.</param>
public sealed record RemoteLoginsEnded(IReadOnlyList<Guid> Ids, string Reason, Guid? By) : INotification;
