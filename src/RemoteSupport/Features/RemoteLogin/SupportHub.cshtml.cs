using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Support Hub → Remote Support: find an organization, and its one button (RA-1).</summary>
[Requires(Permission.Support)]
public sealed class SupportHubPage(IMediator mediator, IStringLocalizer localizer, TimeProvider clock) : PortalPage
{
    private const string Here = "/support-hub";

    /// <summary>What is searched for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>What was found, best match first; null before anything is searched for.</summary>
    public IReadOnlyList<FoundOrganization>? Found { get; private set; }

    /// <summary>Shows what is found.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var outcome = await mediator.Send(new FindOrganizations { Query = Query });
            if (!outcome.Succeeded(out var found, out var refusal)) return Refuse(refusal);
            Found = found.Organizations;
        }

        return Page();
    }

    /// <summary>Login to support.</summary>
    public async Task<IActionResult> OnPostEnterAsync(Guid organizationId)
    {
        var outcome = await mediator.Send(new LogInToSupport(organizationId));
        if (!outcome.Succeeded(out var started, out var refusal))
        {
            await OnGetAsync();
            return Refuse(refusal);
        }

        // Its end can move; the server knows when it is over.
        HostCookie.Set(HttpContext, SessionMiddleware.CookieOf(started.RemoteLoginId), started.AccessToken, clock.GetUtcNow() + Acting.Longest);
        return LocalRedirect(RemoteView.AddressOf(started.RemoteLoginId) + "/");
    }

    /// <summary>Leaves a login without going there.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(Guid id)
    {
        var outcome = await mediator.Send(new LeaveRemoteLogin(id));
        if (outcome.Refusal is { } refusal)
        {
            await OnGetAsync();
            return Refuse(refusal);
        }

        HostCookie.Clear(HttpContext, SessionMiddleware.CookieOf(id));
        return Tell(localizer["You have left the support session."], Here);
    }
}
