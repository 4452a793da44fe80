using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Who of the partner is inside now, with End now; and who was (RA-15).</summary>
[Requires(Permission.Presence)]
public sealed class PresencePage(IMediator mediator, Caller caller, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/manage/presence";

    /// <summary>Where the buttons were pressed; only within this host.</summary>
    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>Everybody who is or was inside, the newest first.</summary>
    public IReadOnlyList<ListedRemoteLogin> Logins { get; private set; } = [];

    /// <summary>The last login shown, where there are more.</summary>
    public Guid? Next { get; private set; }

    /// <summary>Whether the owner is told of each login.</summary>
    public bool IsNoticeOn { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? cursor)
    {
        var outcome = await mediator.Send(new ListRemoteLogins(caller.Organization) { Cursor = cursor, Limit = 20 });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        (Logins, Next) = (list.Logins, list.Next);
        IsNoticeOn = (await mediator.Send(new FindLoginNotice())).Value is { IsOn: true };
        return Page();
    }

    /// <summary>End now: this person.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var outcome = await mediator.Send(new EndRemoteLogin(id));
        return outcome.Refusal is { } refusal ? await ShowAsync(refusal) : Tell(localizer["The support session is ended."], Back);
    }

    /// <summary>The owner ends it for everybody: the grant is revoked.</summary>
    public async Task<IActionResult> OnPostEndForAllAsync(Guid grant)
    {
        var outcome = await mediator.Send(new RevokeAccess { Id = grant });
        return outcome.Refusal is { } refusal ? await ShowAsync(refusal) : Tell(localizer["The access is revoked. Nobody of the partner is inside on it any more."], Back);
    }

    /// <summary>Whether the owner is told of each login.</summary>
    public async Task<IActionResult> OnPostNoticeAsync(bool on)
    {
        var outcome = await mediator.Send(new ChangeLoginNotice(on));
        return outcome.Refusal is { } refusal ? await ShowAsync(refusal)
            : Tell(on ? localizer["You will be told by e-mail when a supporter logs in."] : localizer["You will no longer be told by e-mail when a supporter logs in."], Back);
    }

    private string Back => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Here;

    private async Task<IActionResult> ShowAsync(Platform.Mediation.Refusal refusal)
    {
        await OnGetAsync(null);
        return Refuse(refusal);
    }
}
