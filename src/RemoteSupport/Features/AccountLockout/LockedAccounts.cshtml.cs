using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>Who is locked out at the moment, and the button that lets them in again.</summary>
public sealed class LockedAccountsPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/locked-accounts";

    /// <summary>Those whom the caller may unlock.</summary>
    public IReadOnlyList<LockedAccount> Locked { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var list = await mediator.Send(new ListLockedAccounts());
        if (!list.Succeeded(out var locked, out var refusal)) return Refuse(refusal);
        Locked = locked;
        return Page();
    }

    /// <summary>Lifts one lock.</summary>
    public async Task<IActionResult> OnPostUnlockAsync(Guid id)
    {
        var outcome = await mediator.Send(new UnlockAccount(id));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Tell(localizer["The account is unlocked."], Here);
    }

    /// <summary>Turns the protection of known devices on or off.</summary>
    public async Task<IActionResult> OnPostProtectAsync(bool on)
    {
        var outcome = await mediator.Send(new ProtectKnownDevices(on));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Tell(on ? localizer["Known devices are protected now."] : localizer["Known devices are no longer protected."], Here);
    }
}
