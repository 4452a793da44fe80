using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Invitations;

internal static class InvitationsApi
{
    public static void MapInvitations(this IEndpointRouteBuilder api)
    {
        MapInviting(api);
        MapOne(api);
    }

    private static void MapInviting(IEndpointRouteBuilder api)
    {
        api.MapGet("/support-invitations", async (IMediator mediator, IStringLocalizer localizer, string? state = null, string? query = null, bool mine = false, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListSupportInvitations { State = state, Query = query, IsMine = mine, Limit = limit, Cursor = cursor })).ToResult(list =>
                    Results.Ok(new ListAnswer<SupportInvitationAnswer>([.. list.Items.Select(one => SupportInvitationAnswer.Of(one, localizer))], list.Next?.ToString()))))
            .WithSummary("Lists the support invitations that the caller sees, the newest first, and how far each got (IN-7).")
            .Produces<ListAnswer<SupportInvitationAnswer>>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/support-invitations", async (InviteGuest body, IMediator mediator, IStringLocalizer localizer, TimeProvider clock) =>
                (await mediator.Send(body with { Id = Guid.CreateVersion7(clock.GetUtcNow()) })).ToResult(sent =>
                    Results.Created($"/api/v1/support-invitations/{sent.Id}", SupportInvitationAnswer.Of(sent, localizer))))
            .WithSummary("Invites somebody into a video call by e-mail or SMS (IN-1). The link goes to them alone.")
            .Produces<SupportInvitationAnswer>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("/support-invitations/preview", async (PreviewInvitation body, IMediator mediator) => (await mediator.Send(body)).ToResult())
            .WithSummary("Shows what a guest would get; nothing is sent, and the link leads nowhere (IN-1).")
            .Produces<InvitationPreview>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void MapOne(IEndpointRouteBuilder api)
    {
        api.MapGet("/support-invitations/{id:guid}", async (Guid id, IMediator mediator, IStringLocalizer localizer) =>
                (await mediator.Send(new ShowSupportInvitation(id))).ToResult(whole => Results.Ok(WholeInvitationAnswer.Of(whole, localizer))))
            .WithSummary("Shows an invitation with each step of its way (IN-7).")
            .Produces<WholeInvitationAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/support-invitations/{id:guid}/resend", async (Guid id, IMediator mediator, IStringLocalizer localizer) => Answer(await mediator.Send(new ResendSupportInvitation(id)), localizer))
            .WithSummary("Sends the same link once more (IN-7).")
            .Produces<SupportInvitationAnswer>().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("/support-invitations/{id:guid}/cancel", async (Guid id, IMediator mediator, IStringLocalizer localizer) => Answer(await mediator.Send(new CancelSupportInvitation(id)), localizer))
            .WithSummary("Takes an invitation back; its link and whoever is in by it are out at once (IN-6).")
            .Produces<SupportInvitationAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static IResult Answer(Outcome<SupportInvitation> outcome, IStringLocalizer localizer) => outcome.ToResult(invitation => Results.Ok(SupportInvitationAnswer.Of(invitation, localizer)));
}
