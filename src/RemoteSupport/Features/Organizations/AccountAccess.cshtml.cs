using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.RemoteLogin;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Organizations;

/// <summary>The access history of a customer, for partner users: what was asked for and granted, and who was inside (RA-1, RA-15).</summary>
[Requires(Permission.Organizations)]
public sealed class AccountAccessPage(IMediator mediator) : PortalPage
{
    private const int Rows = 20;

    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The last one of the page before, of what was asked for.</summary>
    [FromQuery]
    public Guid? Asked { get; set; }

    /// <summary>The last one of the page before, of the logins.</summary>
    [FromQuery]
    public Guid? Inside { get; set; }

    /// <summary>Whose history it is.</summary>
    public OrganizationAnswer Organization { get; private set; } = null!;

    /// <summary>The page's head.</summary>
    public AccountTab Tab => new(Organization.Id, Organization.Name, Organization.Status, "remote-support");

    /// <summary>What was asked for, the newest first.</summary>
    public AccessRequestList Access { get; private set; } = null!;

    /// <summary>Who is or was inside, the newest first.</summary>
    public RemoteLoginList Logins { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var shown = await mediator.Send(new ShowOrganization(Id));
        if (!shown.Succeeded(out var organization, out var refusal)) return Refuse(refusal);
        var listed = await mediator.Send(new ListRequests { OrganizationId = Id, Cursor = Asked, Limit = Rows });
        if (!listed.Succeeded(out var access, out refusal)) return Refuse(refusal);
        var visits = await mediator.Send(new ListRemoteLogins(Id) { Cursor = Inside, Limit = Rows });
        if (!visits.Succeeded(out var logins, out refusal)) return Refuse(refusal);
        (Organization, Access, Logins) = (organization, access, logins);
        return Page();
    }
}
