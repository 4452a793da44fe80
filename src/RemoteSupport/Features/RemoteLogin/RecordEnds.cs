using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Keeps when and why a login ended, whatever ended it, and tells both sides.</summary>
internal sealed class RecordEnds(Db db, LiveEvents live, TimeProvider clock) : INotificationHandler<RemoteLoginsEnded>
{
    public async Task Handle(RemoteLoginsEnded notification, CancellationToken cancellationToken)
    {
        // By the clock it was over before anybody looked: that moment is kept.
        var organizations = await db.ListAsync<Guid>(
            """
            with ended as (
              update remote_logins l
              set ended_at = least(@now, s.ends_at, s.last_seen_at + @Idle), end_reason = @Reason, ended_by = @By, due_at = null
              from sessions s
              where l.id = any (@Ids) and l.ended_at is null and s.id = l.id
              returning l.organization_id)
            select distinct organization_id from ended
            """,
            new { now = clock.GetUtcNow(), Acting.Idle, notification.Reason, notification.By, Ids = notification.Ids.ToArray() }, cancellationToken);
        if (organizations.Count > 0) await live.PublishAllAsync([Topics.Support, .. organizations.Select(Topics.Organization)], Topics.Presence);
    }
}
