using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Invitations;

/// <summary>Invite somebody: who, how, in which language, and what they will read (IN-1).</summary>
[Requires(Permission.Invitations), ContentPolicy(Also = "frame-src 'self'")]
public sealed class NewInvitationPage(IMediator mediator, IStringLocalizer localizer, TimeProvider clock) : PortalPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InviteGuest Form { get; set; } = new();

    /// <summary>What the form has to know.</summary>
    public InvitationForm Needs { get; private set; } = null!;

    /// <summary>What the guest would get.</summary>
    public InvitationPreview? Preview { get; private set; }

    /// <summary>An empty form; filled in from a report, from an earlier invitation (again), or with how it is to be sent.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? report, Guid? again, string? channel, string? language)
    {
        var earlier = again is { } id ? (await mediator.Send(new ShowSupportInvitation(id))).Value?.Invitation : null;
        if (await LoadAsync(report) is { } refusal) return Refuse(refusal);
        Form = InvitationDraft.Of(Needs, earlier) with { Id = Guid.CreateVersion7(clock.GetUtcNow()) };
        Form = Form with { Channel = channel ?? Form.Channel, Language = language ?? Form.Language };
        return await ShowAsync(null);
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await mediator.Send(Form);
        if (outcome.Succeeded(out var sent, out var refusal)) return Tell(localizer["The invitation to {0} is on its way.", sent.Address], $"/support-invitations/{sent.Id}");
        return await LoadAsync(Form.ProblemReportId) is { } missing ? Refuse(missing) : await ShowAsync(refusal);
    }

    /// <summary>Shows what the guest would get; for whoever has no script.</summary>
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        ModelState.Clear();
        return await LoadAsync(Form.ProblemReportId) is { } missing ? Refuse(missing) : await ShowAsync(null);
    }

    private async Task<Refusal?> LoadAsync(Guid? report)
    {
        var outcome = await mediator.Send(new ShowInvitationForm { ProblemReportId = report });
        if (outcome.Succeeded(out var needs, out var refusal)) Needs = needs;
        return refusal;
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        Preview = (await mediator.Send(new PreviewInvitation { Channel = Form.Channel ?? Channels.Email, Language = Form.Language ?? Needs.Language })).Value;
        return refusal is null ? Page() : Refuse(refusal);
    }
}

/// <summary>With what a new invitation begins.</summary>
internal static class InvitationDraft
{
    /// <summary>Of a report its reporter, in the customer's language; of an earlier invitation the same again.</summary>
    public static InviteGuest Of(InvitationForm needs, SupportInvitation? earlier) => (needs, earlier) switch
    {
        (_, { } before) => new()
        {
            Invitee = before.Invitee, Channel = before.Channel, Language = before.Language, ProblemReportId = before.ReportId,
            Phone = before.Channel == Channels.Sms ? before.Address : null, Email = before.Channel == Channels.Email ? before.Address : null,
        },
        ({ Report: { } report }, _) => new()
        {
            Invitee = report.ReporterName, Channel = report.CallbackNumber is not null && needs.SmsObstacle is null ? Channels.Sms : Channels.Email, Language = needs.Language,
            Phone = report.CallbackNumber, Email = report.ReporterEmail, ProblemReportId = report.Id,
        },
        _ => new() { Channel = Channels.Email, Language = needs.Language },
    };
}
