using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>Who gets my organization's problem reports (SC-4).</summary>
[Requires(Permission.LookInside)]
public sealed class SupportContactsPage(IMediator mediator, Caller caller, IStringLocalizer localizer) : ContactsPage(mediator, caller, localizer)
{
    private readonly Caller caller = caller;

    /// <inheritdoc />
    public override string Here => "/manage/support-contacts";

    /// <inheritdoc />
    protected override Guid Organization => caller.Organization;
}
