using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>An organization's Support Contacts on a page of its own: shown, and edited by whoever may (SC-3, SC-4, SC-6).</summary>
public abstract class ContactsPage(IMediator mediator, Caller caller, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The list as it is saved.</summary>
    public SupportContactList List { get; private set; } = null!;

    /// <summary>The list as it stands in the form.</summary>
    public ContactsField Field { get; private set; } = null!;

    /// <summary>Whether the caller can change it.</summary>
    public bool IsOpen => List.IsOpenTo(caller);

    /// <summary>Whether it would be the caller's to change, had a partner made the account.</summary>
    public bool IsClosed => caller.May(Permission.SupportContacts) && List.IsClosedTo(caller);

    /// <summary>Somebody else has saved meanwhile: both versions are shown (SC-6).</summary>
    public bool IsConflict => Refusal is ChangedMeanwhile;

    /// <summary>The version that the form's list was made from, or, once both are shown, that it would take the place of.</summary>
    public long Version { get; private set; }

    /// <summary>What stands in the form is saved nowhere.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>The page's path.</summary>
    public abstract string Here { get; }

    /// <summary>Whose Support Contacts they are.</summary>
    protected abstract Guid Organization { get; }

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if ((await ReadAsync() ?? await FillAsync(Saved(List))) is { } refusal) return Refuse(refusal);
        Version = List.Version;
        return Page();
    }

    /// <summary>Saves it, or answers a step of the field.</summary>
    public async Task<IActionResult> OnPostAsync(ContactsInput input, long version)
    {
        (IsUnsaved, Version) = (true, version);
        if (input.IsStep) return (await ReadAsync() ?? await FillAsync(input)) is { } no ? Refuse(no) : Page();
        var outcome = await SaveAsync(input, version);
        if (outcome.Refusal is not { } refusal) return Tell(localizer["The Support Contacts are saved."], Here);
        if ((await ReadAsync() ?? await FillAsync(input)) is { } gone) return Refuse(gone);
        if (refusal is ChangedMeanwhile) Version = List.Version;
        return Refuse(refusal);
    }

    private async Task<Outcome<SupportContactList>> SaveAsync(ContactsInput input, long version)
    {
        if (!input.Read().Succeeded(out var contacts, out var refusal)) return refusal;
        return await mediator.Send(new SaveSupportContacts(Organization, [version], contacts));
    }

    private async Task<Refusal?> ReadAsync()
    {
        var outcome = await mediator.Send(new ShowSupportContacts(Organization));
        if (outcome.Succeeded(out var list, out var refusal)) List = list;
        return refusal;
    }

    private async Task<Refusal?> FillAsync(ContactsInput input)
    {
        if (!IsOpen) return null;
        var outcome = await mediator.Send(new ShowContactsField(input) { OrganizationId = Organization });
        if (outcome.Succeeded(out var field, out var refusal)) Field = field;
        return refusal;
    }

    private static ContactsInput Saved(SupportContactList list) => new() { Contacts = [.. list.Contacts.Select(contact => contact.Value)] };
}
