using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>Who is in the organization, and what can be done about it (OR-7).</summary>
public sealed class MembersPage(IMediator mediator, Caller caller, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/manage/members";

    /// <summary>The last member of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cursor { get; set; }

    /// <summary>Who is there.</summary>
    public MemberList List { get; private set; } = new([], null);

    /// <summary>What is typed about somebody to invite.</summary>
    public InviteMember Form { get; private set; } = new();

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync() => await ShowAsync() is { } refusal ? Refuse(refusal) : Page();

    /// <summary>Invites somebody.</summary>
    public Task<IActionResult> OnPostInviteAsync([Bind(Prefix = nameof(Form))] InviteMember form)
    {
        Form = form;
        return DoAsync(form, member => localizer["The invitation to {0} is on its way.", member.Email]);
    }

    /// <summary>Sends the link again.</summary>
    public Task<IActionResult> OnPostRenewAsync(Guid id) => DoAsync(new RenewInvitation(id), member => localizer["The invitation to {0} is on its way.", member.Email]);

    /// <summary>Changes a role. Whoever gave up their own sees this page no more.</summary>
    public Task<IActionResult> OnPostChangeRoleAsync(Guid id, string? role) =>
        DoAsync(new ChangeMemberRole(id) { Role = role }, member => localizer["{0} has this role now: {1}", member.Name, Names.Role(member.Role, localizer)], id == caller.SignedIn.AccountId ? "/" : Here);

    /// <summary>Shuts somebody out.</summary>
    public Task<IActionResult> OnPostDeactivateAsync(Guid id) => DoAsync(new DeactivateMember(id), member => localizer["{0} is deactivated.", member.Name]);

    /// <summary>Takes that back.</summary>
    public Task<IActionResult> OnPostReactivateAsync(Guid id) => DoAsync(
        new ReactivateMember(id),
        member => member.Status == "invited" ? localizer["The invitation to {0} is on its way.", member.Email] : localizer["{0} can sign in again.", member.Name]);

    /// <summary>Lifts a lock.</summary>
    public Task<IActionResult> OnPostUnlockAsync(Guid id) => DoAsync(new UnlockAccount(id), _ => localizer["The account is unlocked."]);

    private async Task<IActionResult> DoAsync<T>(ICommand<T> operation, Func<T, LocalizedString> notice, string then = Here)
    {
        var outcome = await mediator.Send(operation);
        if (outcome.Succeeded(out var value, out var refusal)) return Tell(notice(value), then);
        await ShowAsync();
        return Refuse(refusal);
    }

    private async Task<Refusal?> ShowAsync()
    {
        var outcome = await mediator.Send(new ListMembers { Cursor = Cursor });
        if (outcome.Succeeded(out var list, out var refusal)) List = list;
        return refusal;
    }
}
