using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Shared;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>One person of the partner's team, and what can be done about them (TN-5).</summary>
public sealed class PersonPage(IMediator mediator, Caller caller, IStringLocalizer localizer) : PortalPage
{
    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Who it is.</summary>
    public PartnerUser Person { get; private set; } = null!;

    /// <summary>The customers who have, or without this person would have, nobody else to get their problem reports.</summary>
    public SoleContacts Sole { get; private set; } = new([], 0);

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    /// <summary>Changes the role. Whoever gave up their own sees this page no more.</summary>
    public Task<IActionResult> OnPostRoleAsync(string? role) => DoAsync(
        new ChangePartnerUserRole(Id) { Role = role }, user => localizer["{0} has this role now: {1}", user.Name, Names.Role(user.Role, localizer)],
        Id == caller.SignedIn.AccountId && role != "admin" ? "/" : null);

    /// <summary>Shuts them out.</summary>
    public Task<IActionResult> OnPostDeactivateAsync() => DoAsync(new DeactivatePartnerUser(Id), user => localizer["{0} is deactivated.", user.Name]);

    /// <summary>Takes that back.</summary>
    public Task<IActionResult> OnPostReactivateAsync() => DoAsync(
        new ReactivatePartnerUser(Id),
        user => user.Status == "invited" ? localizer["The invitation to {0} is on its way.", user.Email] : localizer["{0} can sign in again.", user.Name]);

    /// <summary>Sends the link again.</summary>
    public Task<IActionResult> OnPostRenewAsync() => DoAsync(new RenewPartnerInvitation(Id), user => localizer["The invitation to {0} is on its way.", user.Email]);

    /// <summary>Lifts the lock.</summary>
    public Task<IActionResult> OnPostUnlockAsync() => DoAsync(new UnlockAccount(Id), _ => localizer["The account is unlocked."]);

    private async Task<IActionResult> DoAsync<T>(ICommand<T> operation, Func<T, LocalizedString> notice, string? then = null)
    {
        var outcome = await mediator.Send(operation);
        return outcome.Succeeded(out var value, out var refusal) ? Tell(notice(value), then ?? $"{PartnerUsersPage.Here}/{Id}") : await ShowAsync(refusal);
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        var found = await mediator.Send(new ShowPartnerUser(Id));
        if (!found.Succeeded(out var person, out var missing)) return Refuse(missing);
        Person = person;
        Sole = (await mediator.Send(new ListSoleContacts(Id))).Value ?? Sole;
        return refusal is null ? Page() : Refuse(refusal);
    }
}
