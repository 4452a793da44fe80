using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.RemoteLogin;

internal static class RemoteLoginApi
{
    public static void MapRemoteLogin(this IEndpointRouteBuilder api)
    {
        api.MapPost("/organizations/{id:guid}/remote-logins", async (Guid id, IMediator mediator) =>
                (await mediator.Send(new LogInToSupport(id))).ToResult(started => Results.Created($"/api/v1/organizations/{id}/remote-logins", started)))
            .WithSummary("Enters an organization: as owner where the service provider manages it, else as super_admin on its active grant (RA-2, RA-3).")
            .Produces<StartedRemoteLogin>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/organizations/{id:guid}/remote-logins", async (Guid id, IMediator mediator, bool running = false, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListRemoteLogins(id) { IsRunning = running, Limit = limit, Cursor = cursor })).ToResult(Answer))
            .WithSummary("Lists who is and was inside an organization, the newest first (RA-15).")
            .Produces<ListAnswer<RemoteLoginAnswer>>();
        api.MapDelete("/remote-logins/{id:guid}", async (Guid id, IMediator mediator, Caller caller) => (await mediator.Send(EndOf(id, caller))).ToResult())
            .WithSummary("Leaves a remote login; or ends it, from the customer's side (RA-12, RA-15).")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IRequest<Outcome<Done>> EndOf(Guid id, Caller caller) => caller.Session?.OrganizationId is null ? new LeaveRemoteLogin(id) : new EndRemoteLogin(id);

    private static IResult Answer(RemoteLoginList list) => Results.Ok(new ListAnswer<RemoteLoginAnswer>(
        [.. list.Logins.Select(l => new RemoteLoginAnswer(
            l.Id, new SupporterAnswer(l.AccountId, l.Name), l.Role, l.GrantId, l.StartedAt, l.EndedAt is null ? l.EndsAt : null, l.EndedAt, l.EndReason, l.EndedBy))],
        list.Next?.ToString()));
}

/// <summary>A remote login; while somebody is inside it has <c>expiresAt</c>, afterwards <c>endedAt</c> and <c>endReason</c>.</summary>
public sealed record RemoteLoginAnswer(
    Guid Id, SupporterAnswer Supporter, string Role, Guid? AccessRequestId, DateTimeOffset StartedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? EndedAt, string? EndReason, string? EndedBy);

/// <summary>The person behind the role.</summary>
public sealed record SupporterAnswer(Guid Id, string Name);
