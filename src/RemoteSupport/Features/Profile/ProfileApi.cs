using MediatR;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Profile;

internal static class ProfileApi
{
    public static void MapProfile(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", async (IMediator mediator) => (await mediator.Send(new ShowMe())).ToResult())
            .WithSummary("Says who the caller is.")
            .Produces<MeAnswer>();
        api.MapPatch("/me", async (ChangeProfile body, IMediator mediator, MultiTenantContextAccessor tenancy) =>
                (await mediator.Send(body)).ToResult(me => Results.Ok(MeAnswer.Of(me, tenancy.Tenant))))
            .WithSummary("Changes name, language or time zone; what is left out stays, null takes a choice back (AC-12).")
            .Produces<MeAnswer>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }
}
