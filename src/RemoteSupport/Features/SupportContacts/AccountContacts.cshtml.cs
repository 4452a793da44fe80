using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>A customer account's Support Contacts, for partner users (SC-3).</summary>
[Requires(Permission.Organizations)]
public sealed class AccountContactsPage(IMediator mediator, Caller caller, IStringLocalizer localizer) : ContactsPage(mediator, caller, localizer)
{
    /// <summary>The organization.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <inheritdoc />
    public override string Here => $"/accounts/{Id}/support-contacts";

    /// <inheritdoc />
    protected override Guid Organization => Id;
}
