using System.ComponentModel.DataAnnotations;
using System.Net;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Sessions;

/// <summary>Where the caller is signed in: the running sessions of their account, the newest first (AC-9).</summary>
[Requires(Permission.OwnAccount)]
public sealed record ListSessions : IQuery<SessionList>
{
    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last session of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(SessionStore sessions, Caller caller) : IRequestHandler<ListSessions, Outcome<SessionList>>
    {
        public async Task<Outcome<SessionList>> Handle(ListSessions request, CancellationToken cancellationToken)
        {
            var here = caller.SignedIn;
            var found = await sessions.ListAsync(here.AccountId, request.Cursor, request.Limit + 1, cancellationToken);
            var shown = found.Take(request.Limit).Select(session => Listed(session, here)).ToList();
            return new SessionList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }

        private static ListedSession Listed(RunningSession session, Session here) =>
            new(session.Id, DeviceName.Read(session.Device), session.Ip, session.StartedAt, session.LastSeenAt, session.EndsAt, session.Id == here.Id);
    }
}

/// <summary>A page of sessions, and where the next one begins.</summary>
public sealed record SessionList(IReadOnlyList<ListedSession> Sessions, Guid? Next);

/// <summary>One signed-in device of the caller.</summary>
public sealed record ListedSession(
    Guid Id, DeviceName Device, IPAddress Ip, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, DateTimeOffset EndsAt, bool IsCurrent);
