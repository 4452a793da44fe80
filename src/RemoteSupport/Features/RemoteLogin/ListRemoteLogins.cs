using System.ComponentModel.DataAnnotations;
using System.Net;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Who of the partner is or was inside an organization, the newest first (RA-15): the customer sees it live, the partner as access history.</summary>
[Requires(Permission.Organizations, Permission.Presence)]
public sealed record ListRemoteLogins(Guid OrganizationId) : IQuery<RemoteLoginList>
{
    /// <summary>Only those that are inside now.</summary>
    public bool IsRunning { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last login of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(Db db, Caller caller, TimeProvider clock) : IRequestHandler<ListRemoteLogins, Outcome<RemoteLoginList>>
    {
        public async Task<Outcome<RemoteLoginList>> Handle(ListRemoteLogins request, CancellationToken cancellationToken)
        {
            if (caller.SignedIn.Inside is { } inside && inside != request.OrganizationId) return new NotFound();
            if (!await db.SingleAsync<bool>("select exists (select from organization_gates where id = @OrganizationId)", request, cancellationToken)) return new NotFound();
            var found = await db.ListAsync<ListedRemoteLogin>(
                Sql, new { request.OrganizationId, request.IsRunning, request.Cursor, limit = request.Limit + 1, now = clock.GetUtcNow(), Acting.Idle }, cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new RemoteLoginList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }

        // What is over by the clock is over, whether or not the job has been there.
        private const string Sql =
            """
            select l.id, l.account_id, a.name, l.role, l.grant_id, l.ip, l.started_at, s.ends_at,
                   coalesce(l.ended_at, case when least(s.ends_at, s.last_seen_at + @Idle) <= @now then least(s.ends_at, s.last_seen_at + @Idle) end) as ended_at,
                   coalesce(l.end_reason, case when least(s.ends_at, s.last_seen_at + @Idle) > @now then null when s.ends_at <= s.last_seen_at + @Idle then 'expired' else 'idle' end) as end_reason,
                   b.name as ended_by
            from remote_logins l
            join accounts a on a.id = l.account_id
            left join accounts b on b.id = l.ended_by
            left join sessions s on s.id = l.id
            where l.organization_id = @OrganizationId and (@Cursor::uuid is null or l.id < @Cursor)
              and (not @IsRunning or (l.ended_at is null and s.ends_at > @now and s.last_seen_at + @Idle > @now and a.status = 'active'))
            order by l.id desc
            limit @limit
            """;
    }
}

/// <summary>A page of logins, and where the next one begins.</summary>
public sealed record RemoteLoginList(IReadOnlyList<ListedRemoteLogin> Logins, Guid? Next);

/// <summary>One login; no end means that somebody is inside, until EndsAt at the latest (null once its session is swept).</summary>
public sealed record ListedRemoteLogin(
    Guid Id, Guid AccountId, string Name, string Role, Guid? GrantId, IPAddress Ip, DateTimeOffset StartedAt, DateTimeOffset? EndsAt,
    DateTimeOffset? EndedAt, string? EndReason, string? EndedBy);
