using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>Account Information of a customer, for partner users (OR-1, OR-6). What its buttons do is in the other half of the class.</summary>
[Requires(Permission.Organizations)]
public sealed partial class AccountPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The organization as it is.</summary>
    public OrganizationAnswer Organization { get; private set; } = null!;

    /// <summary>The page's head.</summary>
    public AccountTab Tab => new(Organization.Id, Organization.Name, Organization.Status, "");

    /// <summary>What is typed about it.</summary>
    public AccountForm Form { get; private set; } = new();

    /// <summary>Whom somebody would name as its owner.</summary>
    public NamedOwner Owner { get; private set; } = new(null, null);

    /// <summary>Whom somebody would name together with letting the customer manage it: a form of its own.</summary>
    public NamedOwner FirstOwner { get; private set; } = new(null, null);

    /// <summary>The part that a refusal is about: it is shown open.</summary>
    public string? Open { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } missing) return Refuse(missing);
        Form = AccountForm.Of(Organization);
        return Page();
    }

    /// <summary>Saves what is typed.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] AccountForm form)
    {
        var outcome = await mediator.Send(form.ToChange(Id));
        if (outcome.Refusal is not { } refusal) return Tell(localizer["The account is saved."], Address);
        if (await ReadAsync() is { } missing) return Refuse(missing);
        // Whoever has seen what stands there now may save over it.
        var now = AccountForm.Of(Organization);
        Form = refusal is AccountChangedMeanwhile ? form with { Now = now, Seen = now.Seen } : form;
        return Refuse(refusal.NumbersTogether());
    }

    private string Address => $"/accounts/{Id}";

    private async Task<IActionResult> DoAsync<T>(ICommand<T> operation, string part, string notice)
    {
        var outcome = await mediator.Send(operation);
        if (outcome.Refusal is not { } refusal) return Tell(notice, Address);
        if (await ReadAsync() is { } missing) return Refuse(missing);
        (Form, Open) = (AccountForm.Of(Organization), part);
        return Refuse(AtItsForm(refusal, part));
    }

    private async Task<Refusal?> ReadAsync()
    {
        var outcome = await mediator.Send(new ShowOrganization(Id));
        if (!outcome.Succeeded(out var organization, out var refusal)) return refusal;
        Organization = organization;
        return null;
    }
}
