using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Organizations.Import;

internal static class ImportsApi
{
    private const string Path = "/organizations/imports";

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost(Path, async (HttpRequest request, ImportUpload upload, IMediator mediator, CancellationToken ct, string fileName = "import.csv", bool trial = false) =>
                (await upload.StartAsync(fileName, request.Body, trial, mediator, ct)).ToResult(started => Results.Accepted($"/api/v1{Path}/{started.Id}", started)))
            .WithSummary("Begins an import of organizations from CSV (OR-8); trial=true only checks. It goes on by itself: ask how it stands.")
            .WithMetadata(new RequestSizeLimitAttribute(ImportUpload.LargestBody)).Accepts<string>("text/csv")
            .Produces<ImportAnswer>(StatusCodes.Status202Accepted).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet(Path, async (IMediator mediator) => (await mediator.Send(new ListImports())).ToResult(imports => Results.Ok(new ListAnswer<ImportAnswer>(imports, null))))
            .WithSummary("Lists the latest imports, the newest first.").Produces<ListAnswer<ImportAnswer>>();
        api.MapGet(Path + "/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new ShowImport(id))).ToResult())
            .WithSummary("Shows how an import stands.").Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet(Path + "/{id:guid}/faults", async (Guid id, IMediator mediator, int limit = 50, string? cursor = null) =>
                (await mediator.Send(new ListImportFaults(id) { Limit = limit, Cursor = cursor })).ToResult(faults => Results.Ok(new ListAnswer<ImportFault>(faults.Faults, faults.Next))))
            .WithSummary("Lists what was wrong with an import's rows, in the order of the file.").Produces<ListAnswer<ImportFault>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost(Path + "/{id:guid}/import", async (Guid id, IMediator mediator) =>
                (await mediator.Send(new ImportChecked(id))).ToResult(started => Results.Accepted($"/api/v1{Path}/{started.Id}", started)))
            .WithSummary("Imports the file that a trial has checked.")
            .Produces<ImportAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapDelete(Path + "/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new StopImport(id))).ToResult())
            .WithSummary("Stops an import; what has been imported stays.")
            .Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }
}
