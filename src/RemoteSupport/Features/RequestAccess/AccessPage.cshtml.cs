using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Remote Support in the organization's portal: the owner decides on requests and ends access; admins and who is inside look.</summary>
public sealed class AccessPage(IMediator mediator, Caller caller, MultiTenantContextAccessor tenancy, Clocks clocks, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The last request of the page before, in the history.</summary>
    [FromQuery(Name = "after")]
    public Guid? After { get; set; }

    /// <summary>What is asked for and granted now.</summary>
    public AccessNow Access { get; private set; } = null!;

    /// <summary>All there was, the newest first.</summary>
    public AccessRequestList History { get; private set; } = null!;

    /// <summary>The lengths to choose from.</summary>
    public IReadOnlyList<TimeSpan> Offers => AccessRules.OffersUpTo(tenancy.Tenant.LongestAccess);

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    /// <summary>Lets the partner in.</summary>
    public async Task<IActionResult> OnPostApproveAsync(Guid id, string? duration)
    {
        var outcome = await mediator.Send(new ApproveRequest { Id = id, Duration = duration });
        return await AnswerAsync(outcome, approved => localizer["Approved: access is open until {0}.", clocks.Instant(approved.ExpiresAt!.Value)]);
    }

    /// <summary>Says no.</summary>
    public async Task<IActionResult> OnPostRejectAsync(Guid id, string? reason) =>
        await AnswerAsync(await mediator.Send(new RejectRequest { Id = id, Reason = reason }), _ => localizer["The request is rejected."]);

    /// <summary>Ends access at once.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid id, string? reason) =>
        await AnswerAsync(await mediator.Send(new RevokeAccess { Id = id, Reason = reason }), _ => localizer["The access is revoked. Nobody of the partner can enter on it any more."]);

    /// <summary>Lets access end so long from now.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, string? duration)
    {
        var outcome = await mediator.Send(new ChangeAccessEnd { Id = id, ExpiresAt = clocks.Now + (IsoDuration.Read(duration) is { } length && length < TimeSpan.FromDays(366) ? length : TimeSpan.Zero) });
        return await AnswerAsync(outcome, moved => localizer["Access now ends on {0}.", clocks.Instant(moved.ExpiresAt!.Value)]);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<AccessRequest> outcome, Func<AccessRequest, string> told) =>
        outcome.Succeeded(out var request, out var refusal) ? Tell(told(request), OwnerMails.Page) : await ShowAsync(refusal);

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        if (!caller.May(Permission.LookInside)) return Refuse(new Forbidden());
        var now = await mediator.Send(new FindAccess(caller.Organization));
        var history = await mediator.Send(new ListRequests { Cursor = After });
        if (!now.Succeeded(out var access, out var missing)) return Refuse(missing);
        if (!history.Succeeded(out var list, out missing)) return Refuse(missing);
        (Access, History) = (access, list);
        return refusal is null ? Page() : Refuse(refusal);
    }
}
