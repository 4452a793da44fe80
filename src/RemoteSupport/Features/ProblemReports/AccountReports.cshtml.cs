using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>A customer's reports on the partner's pages of its account: those that concern the reader.</summary>
[Requires(Permission.Organizations)]
public sealed class AccountReportsPage(IMediator mediator) : PortalPage
{
    private const int Rows = 20;

    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Cursor { get; set; }

    /// <summary>The customer, with what its row in the Support Hub offers.</summary>
    public FoundOrganization Account { get; private set; } = null!;

    /// <summary>Its reports.</summary>
    public ProblemReportList List { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ListProblemReports { OrganizationId = Id, Cursor = Cursor, Limit = Rows });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        (List, Account) = (list, (await mediator.Send(new FindOrganizations { Query = Id.ToString() })).Value!.Organizations[0]);
        return Page();
    }
}
