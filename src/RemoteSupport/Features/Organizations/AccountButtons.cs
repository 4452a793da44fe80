using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>What the buttons of the page do: who manages the account (OR-4), who owns it (OR-2), whether it can be entered (OR-5).</summary>
public sealed partial class AccountPage
{
    /// <summary>The customer manages it from now on; the owner is named with it where there is none.</summary>
    public Task<IActionResult> OnPostManagedByAsync([Bind(Prefix = nameof(FirstOwner))] NamedOwner? owner)
    {
        FirstOwner = owner ?? FirstOwner;
        // The fields are there only where nobody is named yet.
        var named = Request.Form.ContainsKey("FirstOwner.Email") ? owner : null;
        return DoAsync(
            new ChangeManagedBy { OrganizationId = Id, ManagedBy = Management.Customer, Owner = named }, "managed-by", localizer["The customer manages the account from now on."]);
    }

    /// <summary>A flaw of the owner who is named there, at that form's own fields.</summary>
    private Refusal AtItsForm(Refusal refusal, string part) => (part, refusal) switch
    {
        ("managed-by", InvalidOwnerEmail flaw) => ValidationFailed.At("firstOwner.email", localizer[flaw.Sentence]),
        ("managed-by", ValidationFailed flaw) => new ValidationFailed(flaw.Errors.ToDictionary(error => error.Key.Replace("owner.", "firstOwner.", StringComparison.Ordinal), error => error.Value)),
        _ => refusal,
    };

    /// <summary>Asks the owner to let the service provider manage it.</summary>
    public Task<IActionResult> OnPostAskAsync() => DoAsync(new AskForHandover(Id), "managed-by", localizer["The owner has been asked for the handover."]);

    /// <summary>Takes that back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync() => DoAsync(new WithdrawHandover(Id), "managed-by", localizer["The handover is no longer asked for."]);

    /// <summary>Names the owner where none is active.</summary>
    public Task<IActionResult> OnPostOwnerAsync([Bind(Prefix = nameof(Owner))] NamedOwner owner)
    {
        Owner = owner;
        return DoAsync(new NameOwner(Id, owner), "owner", localizer["The owner is named and gets an e-mail."]);
    }

    /// <summary>Sends the named owner a new activation link.</summary>
    public Task<IActionResult> OnPostInviteAsync() => DoAsync(new RenewOwnerInvitation(Id), "owner", localizer["A new activation link is on its way. Older ones work no longer."]);

    /// <summary>Nobody enters it any more.</summary>
    public Task<IActionResult> OnPostSuspendAsync() =>
        DoAsync(new ChangeOrganization { Id = Id, Status = "suspended" }, "status", localizer["The account is suspended. Nobody can enter it."]);

    /// <summary>It can be entered again.</summary>
    public Task<IActionResult> OnPostReactivateAsync() =>
        DoAsync(new ChangeOrganization { Id = Id, Status = "active" }, "status", localizer["The account is active again."]);
}
