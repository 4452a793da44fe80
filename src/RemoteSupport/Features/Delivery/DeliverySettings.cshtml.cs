using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Delivery;

/// <summary>How the tenant's e-mail and text messages go out, and whether that works (DL-3, DL-6).</summary>
[Requires(Permission.Tenant)]
public sealed class DeliverySettingsPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/settings/delivery";

    /// <summary>How e-mail goes out now.</summary>
    public MailDelivery MailNow { get; private set; } = new();

    /// <summary>How text messages go out now.</summary>
    public SmsDelivery SmsNow { get; private set; } = new() { Gateway = "platform" };

    /// <summary>What is typed about e-mail.</summary>
    public MailForm Mail { get; private set; } = new();

    /// <summary>What is typed about text messages.</summary>
    public SmsForm Sms { get; private set; } = new();

    /// <summary>How a try of the mail server went; null when none was made.</summary>
    public MailCheck? Check { get; private set; }

    /// <summary>The phone to send a test to.</summary>
    public string? Number { get; private set; }

    /// <summary>Whether somebody else saved e-mail's settings meanwhile.</summary>
    public bool IsMailOvertaken { get; private set; }

    /// <summary>The same of text messages.</summary>
    public bool IsSmsOvertaken { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync();
        return Page();
    }

    /// <summary>Saves how e-mail goes out.</summary>
    public async Task<IActionResult> OnPostMailAsync([Bind(Prefix = nameof(Mail))] MailForm form)
    {
        var outcome = await mediator.Send(form.ToOperation());
        if (outcome.Succeeded(out var saved, out var refusal))
            return Tell(saved.IsSenderWaiting ? localizer["The settings are saved. A link is on its way to {0}.", saved.Sender!] : localizer["The settings are saved."], Here);
        await ReadAsync();
        IsMailOvertaken = refusal is DeliveryChangedMeanwhile;
        // Whoever has seen what stands there now may save over it.
        Mail = IsMailOvertaken ? form with { Seen = MailNow.Version } : form;
        if (IsMailOvertaken) ModelState.Remove($"{nameof(Mail)}.{nameof(MailForm.Seen)}");
        return Refuse(refusal);
    }

    /// <summary>Saves how text messages go out.</summary>
    public async Task<IActionResult> OnPostSmsAsync([Bind(Prefix = nameof(Sms))] SmsForm form)
    {
        var outcome = await mediator.Send(form.ToOperation());
        if (outcome.Refusal is not { } refusal) return Tell(localizer["The settings are saved."], Here);
        await ReadAsync();
        IsSmsOvertaken = refusal is DeliveryChangedMeanwhile;
        Sms = IsSmsOvertaken ? form with { Seen = SmsNow.Version } : form;
        if (IsSmsOvertaken) ModelState.Remove($"{nameof(Sms)}.{nameof(SmsForm.Seen)}");
        return Refuse(refusal);
    }

    /// <summary>Tries the mail server.</summary>
    public async Task<IActionResult> OnPostCheckAsync()
    {
        var outcome = await mediator.Send(new CheckMail());
        await ReadAsync();
        Check = outcome.Value;
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Page();
    }

    /// <summary>Sends the sender's link anew.</summary>
    public async Task<IActionResult> OnPostRenewAsync()
    {
        if ((await mediator.Send(new RenewSenderLink())).Refusal is not { } refusal) return Tell(localizer["A new link is on its way."], Here);
        await ReadAsync();
        return Refuse(refusal);
    }

    /// <summary>Sends a text message to a phone at hand.</summary>
    public async Task<IActionResult> OnPostTestAsync(string? number)
    {
        Number = number;
        if ((await mediator.Send(new SendTestSms { Number = number })).Refusal is not { } refusal) return Tell(localizer["The SMS is on its way. The delivery log shows what becomes of it."], Here);
        await ReadAsync();
        return Refuse(refusal);
    }

    private async Task ReadAsync()
    {
        if ((await mediator.Send(new ShowMailDelivery())).Value is { } mail) (MailNow, Mail) = (mail, MailForm.Of(mail));
        if ((await mediator.Send(new ShowSmsDelivery())).Value is { } sms) (SmsNow, Sms) = (sms, SmsForm.Of(sms));
    }
}
