using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Organizations;

/// <summary>What is known of my organization, who manages it, and who owns it (OR-1, OR-3, OR-4).</summary>
[Requires(Permission.LookInside)]
public sealed class AccountInformationPage(IMediator mediator, Caller caller, MultiTenantContextAccessor tenancy, IStringLocalizer localizer) : PortalPage
{
    private const string Here = OwnerMails.Page;

    /// <summary>The organization as it is.</summary>
    public OrganizationAnswer Organization { get; private set; } = null!;

    /// <summary>Who gets its problem reports.</summary>
    public SupportContactList Contacts { get; private set; } = null!;

    /// <summary>To whom ownership can be handed over; for the owner.</summary>
    public IReadOnlyList<Successor> Successors { get; private set; } = [];

    /// <summary>What is typed about the organization.</summary>
    public ChangeOrganization Form { get; private set; } = new();

    /// <summary>One number a line.</summary>
    public string Numbers { get; private set; } = "";

    /// <summary>The numbers as an operation takes them.</summary>
    public IReadOnlyList<string> Lines => Numbers.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The sign of what stood there when the form was opened.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>Whether somebody else has saved meanwhile: what stands there now is shown beside what is typed.</summary>
    public bool IsOvertaken => Refusal is AccountChangedMeanwhile;

    /// <summary>Who is chosen as the new owner.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>The zones to choose from, with the organization's own should it have an older name.</summary>
    public IEnumerable<string> Zones => TimeZones.All.Union([Organization.TimeZone]);

    /// <summary>The languages to choose from, with the organization's own should the tenant offer it no longer.</summary>
    public IEnumerable<SupportedLanguage> Choices => Languages.Allowed([.. tenancy.Tenant.Languages, Organization.Language]);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } refusal) return Refuse(refusal);
        FillIn();
        return Page();
    }

    /// <summary>Saves what the organization may change of itself.</summary>
    public async Task<IActionResult> OnPostAsync([Bind("Name", "Language", "TimeZone", Prefix = nameof(Form))] ChangeOrganization form, string? numbers, string? seen)
    {
        (Form, Numbers, Seen) = (form, numbers ?? "", seen ?? "");
        return await DoAsync(form with { Id = caller.Organization, Numbers = Lines, Seen = Seen }, localizer["The account information is saved."]);
    }

    /// <summary>The owner lets the service provider manage the organization, as was asked.</summary>
    public Task<IActionResult> OnPostAcceptAsync() => DoAsync(new AcceptHandover(caller.Organization), localizer["The service provider manages the organization from now on."]);

    /// <summary>The owner keeps managing it.</summary>
    public Task<IActionResult> OnPostRefuseAsync() => DoAsync(new RefuseHandover(caller.Organization), localizer["You have refused the handover. Nothing has changed."]);

    /// <summary>The owner changes who manages it without being asked.</summary>
    public Task<IActionResult> OnPostManagedByAsync(string? to) => DoAsync(
        new ChangeManagedBy { OrganizationId = caller.Organization, ManagedBy = to },
        to == Management.Customer ? localizer["You manage the organization yourselves from now on."] : localizer["The service provider manages the organization from now on."]);

    /// <summary>The owner makes somebody else the owner.</summary>
    public Task<IActionResult> OnPostOwnershipAsync(Guid? userId)
    {
        UserId = userId;
        return DoAsync(new HandOverOwnership { OrganizationId = caller.Organization, UserId = userId }, localizer["Ownership is handed over. You are an admin of the organization now."]);
    }

    private async Task<IActionResult> DoAsync<T>(ICommand<T> operation, string notice)
    {
        var outcome = await mediator.Send(operation);
        if (outcome.Refusal is not { } refusal) return Tell(notice, Here);
        if (await ReadAsync() is { } gone) return Refuse(gone);
        if (operation is not ChangeOrganization) FillIn();
        // Whoever has seen what stands there now may save over it.
        if (refusal is AccountChangedMeanwhile) Seen = Organization.Sign();
        return Refuse(refusal.NumbersTogether());
    }

    private async Task<Refusal?> ReadAsync()
    {
        var outcome = await mediator.Send(new ShowSupportContacts(caller.Organization));
        if (!outcome.Succeeded(out var contacts, out var refusal)) return refusal;
        (Contacts, Organization) = (contacts, contacts.Organization);
        if (caller.May(Permission.Decide)) Successors = (await mediator.Send(new ListSuccessors())).Value ?? [];
        return null;
    }

    private void FillIn()
    {
        Form = new ChangeOrganization { Name = Organization.Name, Language = Organization.Language, TimeZone = Organization.TimeZone };
        (Numbers, Seen) = (string.Join('\n', Organization.Numbers), Organization.Sign());
    }
}
