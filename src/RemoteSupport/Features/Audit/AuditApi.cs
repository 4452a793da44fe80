using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Audit;

internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit-events", async ([AsParameters] AuditQuestion asked, IMediator mediator, AuditWords words, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListAuditEvents { Filter = asked.Filter, Limit = limit, Cursor = cursor })).ToResult(list => Results.Ok(Answer(list, words))))
            .WithSummary("Lists the audit trail, the newest entry first: the caller's organization's, or the tenant's for its admins (AU-2).")
            .Produces<ListAnswer<AuditEventAnswer>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/audit-events/export", async ([AsParameters] AuditQuestion asked, IMediator mediator, IStringLocalizer localizer, string format = "jsonl") =>
                format is "csv" or "jsonl"
                    ? (await mediator.Send(new ExportAuditEvents { Filter = asked.Filter })).ToResult(export => new AuditFile(export, format))
                    : ((Outcome<Done>)ValidationFailed.At("format", localizer["Choose csv or jsonl."])).ToResult())
            .WithSummary("Exports the audit trail as a stream of any size: format=jsonl (the entries of the list, one a line) or format=csv (AU-2).")
            .Produces(StatusCodes.Status200OK, contentType: "application/jsonl", additionalContentTypes: "text/csv");
    }

    private static ListAnswer<AuditEventAnswer> Answer(AuditList list, AuditWords words) =>
        new([.. list.Events.Select(entry => AuditEventAnswer.Of(entry, words))], list.Next?.ToString());
}

/// <summary>The filter as an address says it.</summary>
internal sealed record AuditQuestion(
    [FromQuery(Name = "organizationId")] Guid? OrganizationId, [FromQuery(Name = "from")] DateTimeOffset? From, [FromQuery(Name = "to")] DateTimeOffset? To,
    [FromQuery(Name = "actorId")] Guid? ActorId, [FromQuery(Name = "remote")] bool? IsRemote, [FromQuery(Name = "action")] string? Action, [FromQuery(Name = "targetId")] Guid? TargetId)
{
    public AuditFilter Filter => new()
    {
        OrganizationId = OrganizationId, From = From, To = To, ActorId = ActorId, IsRemote = IsRemote == true, Action = Action, TargetId = TargetId,
    };
}
