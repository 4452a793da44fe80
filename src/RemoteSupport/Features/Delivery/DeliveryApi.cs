using MediatR;
using Microsoft.Net.Http.Headers;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Delivery;

internal static class DeliveryApi
{
    public static void MapDeliverySettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/delivery-settings/email", async (HttpContext http, IMediator mediator) => (await mediator.Send(new ShowMailDelivery())).ToResult(mail => Show(mail, mail.Version, http)))
            .WithSummary("Shows how e-mail goes out, without the password; the version as ETag (DL-3).").Produces<MailDelivery>();
        api.MapPut("/delivery-settings/email", async (SaveMailDelivery body, HttpContext http, IMediator mediator) =>
                Tagged(await mediator.Send(body with { Versions = SeenVersions(http.Request) }), http).ToResult(mail => Show(mail, mail.Version, http)))
            .WithSummary("Says how e-mail goes out; If-Match holds the version that it was made from. Without a password the kept one stays (DL-3, DL-6).")
            .Produces<MailDelivery>().ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/delivery-settings/email/check", async (IMediator mediator) => (await mediator.Send(new CheckMail())).ToResult(Results.Ok))
            .WithSummary("Tries the mail server: connects, signs in, sends a message to the caller; tells of each step.").Produces<MailCheck>();
        api.MapPost("/delivery-settings/email/confirmation", async (IMediator mediator) => (await mediator.Send(new RenewSenderLink())).ToResult(_ => Results.Accepted()))
            .WithSummary("Sends the link that confirms the sender's address anew (DL-6).").Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/delivery-settings/sms", async (HttpContext http, IMediator mediator) => (await mediator.Send(new ShowSmsDelivery())).ToResult(sms => Show(sms, sms.Version, http)))
            .WithSummary("Shows how text messages go out, without the secret; the version as ETag (DL-3).").Produces<SmsDelivery>();
        api.MapPut("/delivery-settings/sms", async (SaveSmsDelivery body, HttpContext http, IMediator mediator) =>
                Tagged(await mediator.Send(body with { Versions = SeenVersions(http.Request) }), http).ToResult(sms => Show(sms, sms.Version, http)))
            .WithSummary("Says how text messages go out, to where, and how many; If-Match holds the version that it was made from (DL-3).")
            .Produces<SmsDelivery>().ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/delivery-settings/sms/test", async (SendTestSms body, IMediator mediator) => (await mediator.Send(body)).ToResult(_ => Results.Accepted()))
            .WithSummary("Sends a text message to a number, to see whether the gateway works.").Produces(StatusCodes.Status202Accepted).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Show(object settings, long version, HttpContext http)
    {
        http.Response.Headers.ETag = $"\"{version}\"";
        return Results.Ok(settings);
    }

    private static Outcome<T> Tagged<T>(Outcome<T> outcome, HttpContext http)
    {
        if (outcome.Refusal is DeliveryChangedMeanwhile changed) http.Response.Headers.ETag = $"\"{changed.Version}\"";
        return outcome;
    }

    /// <summary>"*" names no version: whoever sends it has seen none. A tag that is none of ours stands for a version that never is.</summary>
    private static List<long>? SeenVersions(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags)) return [-1];
        if (tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any))) return null;
        return [.. tags.Select(tag => !tag.IsWeak && long.TryParse(tag.Tag.AsSpan().Trim('"'), out var version) ? version : -1)];
    }
}
