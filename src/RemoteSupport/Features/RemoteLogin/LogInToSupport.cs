using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>A supporter enters an organization: as owner where the service provider manages it (RA-2), else as super_admin on its active grant (RA-3, RA-9).</summary>
[Requires(Permission.Support)]
public sealed record LogInToSupport(Guid OrganizationId) : ICommand<StartedRemoteLogin>
{
    internal sealed class Handler(Entrance entrance, ActingSessions sessions, LoginRecord record, AuditTrail audit, LiveEvents live)
        : IRequestHandler<LogInToSupport, Outcome<StartedRemoteLogin>>
    {
        public async Task<Outcome<StartedRemoteLogin>> Handle(LogInToSupport request, CancellationToken cancellationToken)
        {
            if (!(await entrance.OpenAsync(request.OrganizationId)).Succeeded(out var open, out var refusal)) return refusal;
            if (await sessions.StartAsync(open.Acting, open.GrantedUntil) is not { } started) return new Unauthenticated();

            await record.AddAsync(started.Id, open);
            audit.Target("remote_login", started.Id, open.OrganizationName, request.OrganizationId);
            audit.Changed("role", null, open.Acting.Role);
            await live.PublishAccessAsync(request.OrganizationId, Topics.Presence);
            return new StartedRemoteLogin(started.Id, started.Token, open.Acting.Role, started.EndsAt);
        }
    }
}

/// <summary>
/// A remote login, with the token that only whoever entered gets to see. Its id is its session's; the role is "owner" or "super_admin"; it ends then at
/// the latest.
/// </summary>
public sealed record StartedRemoteLogin(Guid RemoteLoginId, string AccessToken, string Role, DateTimeOffset ExpiresAt);
