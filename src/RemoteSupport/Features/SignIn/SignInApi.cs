using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.SignIn;

internal static class SignInApi
{
    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", async (SignIn body, IMediator mediator, MultiTenantContextAccessor tenancy) => (await mediator.Send(body)).ToResult(signedIn => Answer(signedIn, tenancy.Tenant)))
            .WithSummary("Signs in; the token goes into the Authorization header of what follows.")
            .RequireRateLimiting(RateLimits.Anonymous)
            .Produces<SignInAnswer>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status423Locked);
        api.MapDelete("/session", async (IMediator mediator) => (await mediator.Send(new SignOut())).ToResult())
            .WithSummary("Signs out: ends the session of this token.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static IResult Answer(SignedIn signedIn, TenantInfo tenant)
    {
        var (account, session) = (signedIn.Account, signedIn.Session);
        return Results.Ok(new SignInAnswer(
            session.Token, session.EndsAt,
            UserAnswer.Of(tenant, account.Id, account.Name, account.Email, account.Language, account.TimeZone, account.Kind, account.Role, account.OrganizationId)));
    }
}

/// <summary>A new session of the API.</summary>
public sealed record SignInAnswer(string AccessToken, DateTimeOffset ExpiresAt, UserAnswer User);
