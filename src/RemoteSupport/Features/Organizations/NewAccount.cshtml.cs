using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Organizations;

/// <summary>A partner user creates a customer account by hand (OR-2).</summary>
[Requires(Permission.Organizations)]
public sealed class NewAccountPage(IMediator mediator, MultiTenantContextAccessor tenancy, IStringLocalizer localizer, TimeProvider clock) : PortalPage
{
    /// <summary>The id that the account gets: sent twice, the form creates it once.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>What is typed about it.</summary>
    public AccountForm Form { get; private set; } = new();

    /// <summary>"service_provider" or "customer".</summary>
    public string? ManagedBy { get; private set; } = Management.ServiceProvider;

    /// <summary>Whom it belongs to, where the customer manages it.</summary>
    public NamedOwner Owner { get; private set; } = new(null, null);

    /// <summary>Who gets its problem reports.</summary>
    public ContactsField Contacts { get; private set; } = new([], "");

    /// <summary>Whether the form has created its account already.</summary>
    public bool IsCreated => Refusal is AlreadyCreated;

    /// <summary>An empty form, with what is likely.</summary>
    public Task<IActionResult> OnGetAsync()
    {
        var tenant = tenancy.Tenant;
        AccountId = Guid.CreateVersion7(clock.GetUtcNow());
        Form = new AccountForm { Country = tenant.Country, Language = tenant.DefaultLanguage, TimeZone = tenant.TimeZone };
        return ShowAsync(new ContactsInput(), null);
    }

    /// <summary>Creates it, unless one of the buttons of the Support Contacts was pressed.</summary>
    public async Task<IActionResult> OnPostAsync(Guid accountId, [Bind(Prefix = nameof(Form))] AccountForm form, string? managedBy, [Bind(Prefix = nameof(Owner))] NamedOwner? owner, [Bind(Prefix = "")] ContactsInput input)
    {
        (AccountId, Form, ManagedBy, Owner) = (accountId, form, managedBy, owner ?? Owner);
        if (input.IsStep) return await ShowAsync(input, null);
        var outcome = await CreateAsync(input);
        return outcome.Succeeded(out var made, out var refusal) ? Tell(Notice(made), $"/accounts/{made.Id}") : await ShowAsync(input, refusal.NumbersTogether());
    }

    private async Task<Outcome<OrganizationAnswer>> CreateAsync(ContactsInput input)
    {
        if (!input.Read().Succeeded(out var contacts, out var refusal)) return refusal;
        return await mediator.Send(new CreateOrganization
        {
            Id = AccountId, Name = Form.Name, CustomerReference = Form.CustomerReference, Numbers = Form.Lines, Country = Form.Country, Language = Form.Language, TimeZone = Form.TimeZone,
            ManagedBy = ManagedBy, Owner = ManagedBy == Management.Customer ? Owner : null, SupportContacts = contacts,
        });
    }

    private string Notice(OrganizationAnswer made) => made.Owner is { } owner
        ? localizer["The account is created. {0} gets an e-mail with a link that activates the owner's account.", owner.Email]
        : localizer["The account is created."];

    private async Task<IActionResult> ShowAsync(ContactsInput input, Refusal? refusal)
    {
        var outcome = await mediator.Send(new ShowContactsField(input));
        if (!outcome.Succeeded(out var field, out var missing)) return Refuse(missing);
        Contacts = field;
        return refusal is null ? Page() : Refuse(refusal);
    }
}
