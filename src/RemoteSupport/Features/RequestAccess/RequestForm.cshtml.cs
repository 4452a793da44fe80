using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>A supporter asks for access to an organization, waits for the owner, asks for more time, gives back.</summary>
public sealed class RequestFormPage(IMediator mediator, Caller caller, MultiTenantContextAccessor tenancy, IStringLocalizer localizer) : PortalPage
{
    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid OrganizationId { get; set; }

    /// <summary>How access stands.</summary>
    public AccessNow Access { get; private set; } = null!;

    /// <summary>What is asked for.</summary>
    public SubmitRequest Form { get; private set; } = new();

    /// <summary>How much more is asked for.</summary>
    public AskForMoreTime More { get; private set; } = new();

    /// <summary>What came of what is given back.</summary>
    public ReturnAccess Back { get; private set; } = new();

    /// <summary>The durations to choose from.</summary>
    public IReadOnlyList<TimeSpan> Offers => AccessRules.OffersUpTo(tenancy.Tenant.LongestAccess);

    /// <summary>Shows how it stands; what leads here may say what the owner should know.</summary>
    public Task<IActionResult> OnGetAsync(string? note)
    {
        Form = new SubmitRequest { Note = note is { Length: > FreeText.Longest } ? note[..FreeText.Longest] : note };
        return ShowAsync(null);
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] SubmitRequest form)
    {
        Form = form;
        return await AnswerAsync(await mediator.Send(form with { OrganizationId = OrganizationId }), localizer["Your request is sent. As soon as the owner decides, you see it here, and a message comes by e-mail."]);
    }

    /// <summary>Asks for more time.</summary>
    public async Task<IActionResult> OnPostMoreAsync([Bind(Prefix = nameof(More))] AskForMoreTime more)
    {
        More = more;
        return await AnswerAsync(await mediator.Send(more), localizer["Your request for more time is sent."]);
    }

    /// <summary>Withdraws what was asked.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id) => await AnswerAsync(await mediator.Send(new CancelRequest(id)), localizer["Your request is withdrawn."]);

    /// <summary>Gives access back.</summary>
    public async Task<IActionResult> OnPostReturnAsync([Bind(Prefix = nameof(Back))] ReturnAccess back)
    {
        Back = back;
        return await AnswerAsync(await mediator.Send(back), localizer["The access is given back."]);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<AccessRequest> outcome, string done) =>
        outcome.Refusal is { } refusal ? await ShowAsync(refusal) : Tell(done, RequesterMails.PageOf(OrganizationId));

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        if (!caller.May(Permission.Support)) return Refuse(caller.SignedIn.Acting is null ? new Forbidden() : new InPersonOnly());
        var found = await mediator.Send(new FindAccess(OrganizationId));
        if (!found.Succeeded(out var access, out var missing)) return Refuse(missing);
        Access = access;
        return refusal is null ? Page() : Refuse(refusal);
    }
}
