using MediatR;
using RemoteSupport.Features.Organizations.Import;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Organizations;

internal static class OrganizationsApi
{
    public static void MapOrganizations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/organizations", async (IMediator mediator, string? query = null, string? managedBy = null, string? status = null, int limit = 50, string? cursor = null) =>
                (await mediator.Send(new FindOrganizations { Query = query, ManagedBy = managedBy, Status = status, Limit = limit, Cursor = cursor }))
                .ToResult(found => Results.Ok(new ListAnswer<FoundOrganization>(found.Organizations, found.Next))))
            .WithSummary("Finds organizations by id, name, customer reference or number, best match first; without a query, lists them by name (RA-1).")
            .Produces<ListAnswer<FoundOrganization>>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/organizations/export", async (IMediator mediator, string? query = null, string? managedBy = null, string? status = null) =>
                (await mediator.Send(new ExportOrganizations { Query = query, ManagedBy = managedBy, Status = status })).ToResult(export => new OrganizationsFile(export)))
            .WithSummary("Exports organizations with their owners and Support Contacts as a stream of any size, in the form that an import reads (OR-8).")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/organizations", async (CreateOrganization body, IMediator mediator) =>
                (await mediator.Send(body)).ToResult(made => Results.Created($"/api/v1/organizations/{made.Id}", made)))
            .WithSummary("Creates an organization with its Support Contacts, and invites its owner (OR-2).")
            .Produces<OrganizationAnswer>(StatusCodes.Status201Created).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/organizations/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new ShowOrganization(id))).ToResult())
            .WithSummary("Shows an organization's Account Information (OR-1).")
            .Produces<OrganizationAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPatch("/organizations/{id:guid}", async (Guid id, ChangeOrganization body, IMediator mediator) => (await mediator.Send(body with { Id = id })).ToResult())
            .WithSummary("Changes what is given of an organization; also who manages it (OR-4) and whether it is suspended (OR-5).")
            .Produces<OrganizationAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapHandover();
        api.MapImports();
        api.MapPost("/organizations/{id:guid}/ownership", async (Guid id, HandOverOwnership body, IMediator mediator) => (await mediator.Send(body with { OrganizationId = id })).ToResult())
            .WithSummary("Makes another active member the owner; the caller is an admin from then on (OR-3).")
            .Produces<OrganizationAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void MapHandover(this IEndpointRouteBuilder api)
    {
        api.MapPost("/organizations/{id:guid}/handover", async (Guid id, IMediator mediator) =>
                (await mediator.Send(new AskForHandover(id))).ToResult(asked => Results.Created($"/api/v1/organizations/{id}", asked)))
            .WithSummary("Asks the owner to let the service provider manage the organization (OR-4).")
            .Produces<OrganizationAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapDelete("/organizations/{id:guid}/handover", async (Guid id, IMediator mediator) => (await mediator.Send(new WithdrawHandover(id))).ToResult(_ => Results.NoContent()))
            .WithSummary("Takes back what was asked of the owner (OR-4).")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/organizations/{id:guid}/handover/accept", async (Guid id, IMediator mediator) => (await mediator.Send(new AcceptHandover(id))).ToResult())
            .WithSummary("The owner lets the service provider manage the organization (OR-4).")
            .Produces<OrganizationAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/organizations/{id:guid}/handover/refuse", async (Guid id, IMediator mediator) => (await mediator.Send(new RefuseHandover(id))).ToResult())
            .WithSummary("The owner keeps managing the organization (OR-4).")
            .Produces<OrganizationAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }
}
