using System.Globalization;
using MediatR;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.MessageTemplates;

internal static class MessageTemplatesApi
{
    private const string One = "/message-templates/{message}/{channel}/{language}";

    public static void MapMessageTemplates(this IEndpointRouteBuilder api)
    {
        api.MapGet("/message-templates", async (IMediator mediator, IStringLocalizer localizer) =>
                (await mediator.Send(new ListMessageTemplates())).ToResult(list => Results.Ok(new ListAnswer<TemplateItem>([.. list.Select(line => TemplateItem.Of(line, localizer))], null))))
            .WithSummary("Lists every text that the tenant can write anew, with what stands in each language (MT-1).")
            .Produces<ListAnswer<TemplateItem>>();
        api.MapGet(One, async ([AsParameters] TemplateKey key, HttpContext http, IMediator mediator, IStringLocalizer localizer) =>
                (await mediator.Send(new ShowMessageTemplate(key))).ToResult(shown => Show(shown, http, localizer)))
            .WithSummary("Shows one text as it is used now, with the variables that it may name and its version as ETag (MT-2).")
            .Produces<TemplateAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        MapWrites(api);
    }

    private static void MapWrites(IEndpointRouteBuilder api)
    {
        api.MapPut(One, async ([AsParameters] TemplateKey key, TemplateDraft body, HttpContext http, IMediator mediator) =>
                Answer(await mediator.Send(new SaveMessageTemplate(key, body) { Seen = SeenVersion(http.Request) }), http))
            .WithSummary("Saves a text of the tenant's own as a new version; what is not mentioned stays. If-Match, where sent, holds the version that it was made from (MT-2, MT-3).")
            .Produces<VersionAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapDelete(One, async ([AsParameters] TemplateKey key, HttpContext http, IMediator mediator) =>
                Answer(await mediator.Send(new ReturnToBuiltInTemplate(key, SeenVersion(http.Request))), http))
            .WithSummary("Goes back to the built-in text; the tenant's own stays among its versions (MT-3).")
            .Produces<VersionAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        api.MapPost(One + "/preview", async ([AsParameters] TemplateKey key, TemplateDraft body, IMediator mediator) =>
                (await mediator.Send(new PreviewMessageTemplate(key, body))).ToResult(Results.Ok))
            .WithSummary("Checks texts that are not saved, and shows what they become with sample values (MT-2).")
            .Produces<TemplatePreview>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Show(ShownTemplate shown, HttpContext http, IStringLocalizer localizer)
    {
        http.Response.Headers.ETag = TagOf(shown.Version);
        return Results.Ok(TemplateAnswer.Of(shown, localizer));
    }

    /// <summary>Whether saved or refused, it says which version there is now.</summary>
    private static IResult Answer(Outcome<ShownTemplate> outcome, HttpContext http)
    {
        if ((outcome.Value ?? (outcome.Refusal as TemplateChangedMeanwhile)?.Present) is { } present) http.Response.Headers.ETag = TagOf(present.Version);
        return outcome.ToResult(shown => Results.Ok(new VersionAnswer(shown.Version)));
    }

    private static string TagOf(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Null asks for nothing; a tag that is none of ours stands for a version that never is.</summary>
    private static int? SeenVersion(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        if (!EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag)) return -1;
        if (tag.Equals(EntityTagHeaderValue.Any)) return null;
        return !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
