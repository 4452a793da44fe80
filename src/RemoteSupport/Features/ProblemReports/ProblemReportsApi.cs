using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.ProblemReports;

internal static class ProblemReportsApi
{
    public static void MapProblemReports(this IEndpointRouteBuilder api)
    {
        MapReports(api);
        MapAnswers(api);
        MapFiles(api);
        MapApplications(api);
    }

    private static void MapReports(IEndpointRouteBuilder api)
    {
        api.MapGet("/organizations/{id:guid}/problem-reports", async (Guid id, IMediator mediator, string? state = null, int limit = 50, long? cursor = null) =>
                (await mediator.Send(new ListProblemReports { OrganizationId = id, State = state, Limit = limit, Cursor = cursor })).ToResult(list =>
                    Results.Ok(new ListAnswer<ProblemReportAnswer>([.. list.Items.Select(ProblemReportAnswer.Of)], list.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture)))))
            .WithSummary("Lists an organization's problem reports that the caller sees, the newest first (PR-2).")
            .Produces<ListAnswer<ProblemReportAnswer>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/organizations/{id:guid}/problem-reports", async (Guid id, ReportBody body, IMediator mediator, ReportDesk desk) =>
                await AnswerAsync(await mediator.Send(body.For(id, desk.NewId())), mediator))
            .WithSummary("Reports a problem of the caller's organization; its Support Contacts are told (PR-1).")
            .Produces<ProblemReportAnswer>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/problem-reports/{id:guid}", async (Guid id, IMediator mediator) =>
                (await mediator.Send(new ShowProblemReport(id))).ToResult(whole => Results.Ok(WholeReportAnswer.Of(whole))))
            .WithSummary("Shows a problem report with its thread, its attachments and who was told (PR-2).")
            .Produces<WholeReportAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapAnswers(IEndpointRouteBuilder api)
    {
        api.MapPost("/problem-reports/{id:guid}/take", async (Guid id, IMediator mediator) => Answer(await mediator.Send(new TakeReport(id))))
            .WithSummary("Takes an open report; of several at once one wins (PR-2).").Produces<ProblemReportAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/problem-reports/{id:guid}/resolve", async (Guid id, [FromBody] TextBody? body, IMediator mediator) =>
                Answer(await mediator.Send(new ResolveReport { Id = id, Text = body?.Text })))
            .WithSummary("Resolves a report, with a closing sentence if there is one (PR-2).").Produces<ProblemReportAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/problem-reports/{id:guid}/replies", async (Guid id, TextBody body, IMediator mediator) =>
                Answer(await mediator.Send(new ReplyToReport { Id = id, Text = body.Text })))
            .WithSummary("Replies to the other side; the customer's reply opens a resolved report again (PR-2).")
            .Produces<ProblemReportAnswer>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void MapFiles(IEndpointRouteBuilder api)
    {
        api.MapPost("/problem-reports/{id:guid}/attachments", AttachAsync)
            .WithSummary("Attaches a file, sent as the body as it is; five at most, 10 MiB each, checked by content (PR-2).")
            .WithMetadata(new RequestSizeLimitAttribute(ReportRules.LargestForm))
            .Produces<ReportFile>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/problem-reports/{id:guid}/attachments/{fileId:guid}", async (Guid id, Guid fileId, IMediator mediator, HttpContext context) =>
                (await mediator.Send(new OpenAttachment(id, fileId), context.RequestAborted)).ToResult(opened => Results.File(opened.Content, opened.File.MediaType, opened.File.Name)))
            .WithSummary("The content of an attachment.").Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapApplications(IEndpointRouteBuilder api)
    {
        api.MapGet("/applications", async (IMediator mediator, Caller caller) => caller.Session is null ? Refused(new Unauthenticated()) : (await mediator.Send(new ListApplications())).ToResult())
            .WithSummary("The applications that problems can be reported with.").Produces<IReadOnlyList<SupportedApplication>>();
        api.MapPost("/applications", async (AddApplication body, IMediator mediator) => (await mediator.Send(body)).ToResult(added => Results.Json(added, statusCode: StatusCodes.Status201Created)))
            .WithSummary("Adds an application to the tenant's list.").Produces<SupportedApplication>(StatusCodes.Status201Created);
        api.MapPatch("/applications/{id:guid}", async (Guid id, NameBody body, IMediator mediator) => (await mediator.Send(new RenameApplication { Id = id, Name = body.Name })).ToResult())
            .WithSummary("Renames an application; reports keep the name that they were made with.").Produces<SupportedApplication>();
        api.MapDelete("/applications/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new RemoveApplication(id))).ToResult())
            .WithSummary("Takes an application out of the list.").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Nothing is taken in for a report that the caller does not see, or may only look at.</summary>
    private static async Task<IResult> AttachAsync(Guid id, string? name, HttpRequest request, IMediator mediator, Uploads uploads)
    {
        if (!(await mediator.Send(new ShowProblemReport(id))).Succeeded(out var whole, out var unseen)) return Refused(unseen);
        if (!whole.MayReply) return Refused(new Forbidden());
        var taken = await uploads.TakeAsync(name, request.Body, request.HttpContext.RequestAborted);
        if (!taken.Succeeded(out var file, out var flaw)) return Refused(flaw);
        return (await mediator.Send(new AttachToReport(id, file.Id))).ToResult(added => Results.Created($"/api/v1/problem-reports/{id}/attachments/{added.Id}", added));
    }

    private static IResult Refused(Refusal refusal) => ((Outcome<Done>)refusal).ToResult();

    private static IResult Answer(Outcome<ProblemReport> outcome) => outcome.ToResult(report => Results.Ok(ProblemReportAnswer.Of(report)));

    private static async Task<IResult> AnswerAsync(Outcome<ReportReceipt> outcome, IMediator mediator) => outcome.Succeeded(out var receipt, out var refusal)
        ? (await mediator.Send(new ShowProblemReport(receipt.Id))).ToResult(whole => Results.Created($"/api/v1/problem-reports/{receipt.Id}", ProblemReportAnswer.Of(whole.Report)))
        : Refused(refusal);
}
