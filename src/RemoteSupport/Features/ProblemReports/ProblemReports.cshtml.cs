using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>The reports that concern somebody: on the partner's side what they are to look after, in an organization its own (PR-2).</summary>
public sealed class ProblemReportsPage(IMediator mediator, Caller caller) : PortalPage
{
    private const int Rows = 20;

    /// <summary>Only those that stand so.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Only those of organizations called so.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organization { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Cursor { get; set; }

    /// <summary>Those of this page.</summary>
    public ProblemReportList List { get; private set; } = new([], null);

    /// <summary>Whether something is left out on purpose.</summary>
    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrWhiteSpace(Organization);

    /// <summary>Whether there are reports of others among them.</summary>
    public bool IsOfOthers => caller.SignedIn.Inside is null || caller.May(Permission.LookInside);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ListProblemReports { State = string.IsNullOrEmpty(State) ? null : State, Organization = Organization, Cursor = Cursor, Limit = Rows });
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        List = outcome.Value!;
        return Page();
    }

    /// <summary>The address of a page of the same list.</summary>
    public string Address(long? cursor)
    {
        var query = new QueryString();
        if (!string.IsNullOrEmpty(State)) query = query.Add("state", State);
        if (!string.IsNullOrWhiteSpace(Organization)) query = query.Add("organization", Organization);
        if (cursor is { } place) query = query.Add("cursor", place.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/problem-reports" + query;
    }
}
