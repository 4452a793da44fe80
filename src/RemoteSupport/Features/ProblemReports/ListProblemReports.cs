using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>The reports that the caller sees, the newest first.</summary>
[Requires(Permission.Organizations, Permission.LookInside, Permission.ReportProblem), PersonalData(IsQuiet = true)]
public sealed record ListProblemReports : IQuery<ProblemReportList>
{
    /// <summary>Those of one organization.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Those of organizations with this in their name.</summary>
    public string? Organization { get; init => field = ReportRules.Line(value); }

    /// <summary>Those that stand so now.</summary>
    [AllowedValues(null, "open", "taken", "resolved", ErrorMessage = "There is no such state.")]
    public string? State { get; init; }

    /// <summary>Those that the caller reported.</summary>
    public bool IsMine { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The number of the last report of the page before.</summary>
    public long? Cursor { get; init; }

    internal sealed class Handler(Reports reports, Db db, Caller caller) : IRequestHandler<ListProblemReports, Outcome<ProblemReportList>>
    {
        public async Task<Outcome<ProblemReportList>> Handle(ListProblemReports request, CancellationToken cancellationToken)
        {
            if (request.OrganizationId is { } asked && !await IsThereAsync(asked, cancellationToken)) return new NotFound();
            var found = await reports.ListAsync(
                ConditionOf(request), new { request.OrganizationId, request.Organization, request.State, request.Cursor, rows = request.Limit + 1 }, cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new ProblemReportList(shown, found.Count > shown.Count ? shown[^1].Number : null);
        }

        private async Task<bool> IsThereAsync(Guid id, CancellationToken ct) => caller.SignedIn.Inside is { } inside
            ? inside == id
            : await db.SingleAsync<bool>("select exists (select from organization_gates where id = @id)", new { id }, ct);

        private static string ConditionOf(ListProblemReports request) =>
            (request.OrganizationId is null ? "" : " and r.organization_id = @OrganizationId")
            + (request.Organization is null ? "" : " and strpos(fold(o.name), fold(@Organization)) > 0")
            + (request.State is null ? "" : " and r.state = @State")
            + (request.IsMine ? " and r.reporter_id = @Me" : "")
            + (request.Cursor is null ? "" : " and r.number < @Cursor");
    }
}

/// <summary>A page of reports, and where the next one begins.</summary>
public sealed record ProblemReportList(IReadOnlyList<ProblemReport> Items, long? Next);
