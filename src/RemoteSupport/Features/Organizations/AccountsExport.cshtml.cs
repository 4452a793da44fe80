using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Organizations;

/// <summary>The accounts of a filter, all of them, as a file (OR-8); a page only where the filter makes no sense.</summary>
[Requires(Permission.Organizations)]
public sealed class AccountsExportPage(IMediator mediator) : PortalPage
{
    /// <summary>Writes the file.</summary>
    public async Task<IActionResult> OnGetAsync([Bind(Prefix = "")] AccountsFilter filter)
    {
        var outcome = await mediator.Send(new ExportOrganizations { Query = filter.Query, ManagedBy = filter.ManagedBy, Status = filter.Status });
        if (!outcome.Succeeded(out var export, out var refusal)) return Refuse(refusal);
        await new OrganizationsFile(export).ExecuteAsync(HttpContext);
        return new EmptyResult();
    }
}
