using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Sessions;

internal static class SessionsApi
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sessions", async (IMediator mediator, IStringLocalizer localizer, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListSessions { Limit = limit, Cursor = cursor })).ToResult(list => Answer(list, localizer)))
            .WithSummary("Lists where the caller is signed in, the newest session first (AC-9).")
            .Produces<ListAnswer<SessionAnswer>>();
        api.MapDelete("/sessions/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new EndSession(id))).ToResult())
            .WithSummary("Ends one of the caller's own sessions (AC-9).")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Answer(SessionList list, IStringLocalizer localizer) => Results.Ok(new ListAnswer<SessionAnswer>(
        [.. list.Sessions.Select(s => new SessionAnswer(s.Id, s.Device.In(localizer), s.Ip.ToString(), s.StartedAt, s.LastSeenAt, s.EndsAt, s.IsCurrent))],
        list.Next?.ToString()));
}

/// <summary>A signed-in device; <c>current</c> is the one that asks. Last seen is kept to the minute.</summary>
public sealed record SessionAnswer(Guid Id, string Device, string Ip, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, DateTimeOffset EndsAt, bool Current);
