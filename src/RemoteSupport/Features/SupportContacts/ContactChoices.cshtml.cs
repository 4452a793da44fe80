using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>The field again, while somebody types in it: for contacts.ts, which puts its parts into the page. Nobody sees it by its own address.</summary>
[Requires(Permission.SupportContacts)]
public sealed class ContactChoicesPage(IMediator mediator) : PortalPage
{
    /// <summary>The field as the step has made it.</summary>
    public ContactsField Field { get; private set; } = null!;

    /// <summary>There is nothing to read.</summary>
    public IActionResult OnGet() => Refuse(new NotFound());

    /// <summary>Answers a step.</summary>
    public async Task<IActionResult> OnPostAsync(ContactsInput input, Guid? organizationId)
    {
        var outcome = await mediator.Send(new ShowContactsField(input) { OrganizationId = organizationId });
        if (!outcome.Succeeded(out var field, out var refusal)) return Refuse(refusal);
        Field = field with { IsScripted = true };
        return Page();
    }
}
