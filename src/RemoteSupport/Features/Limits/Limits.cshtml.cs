using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Limits;

/// <summary>How long access and invitations may last (TN-5), and how long media are kept (ML-1).</summary>
public sealed class LimitsPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>What stands there now.</summary>
    public TenantLimits Present { get; private set; } = null!;

    /// <summary>What is chosen.</summary>
    public ChangeLimits Form { get; private set; } = new();

    /// <summary>The sign of what stood there when the form was opened.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>Whether somebody else has saved meanwhile: what stands there now is shown beside what is chosen.</summary>
    public bool IsOvertaken => Refusal is LimitsChangedMeanwhile;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } refusal) return Refuse(refusal);
        (Form, Seen) = (new ChangeLimits { LongestAccess = IsoDuration.Write(Present.LongestAccess), InvitationLifetime = IsoDuration.Write(Present.InvitationLifetime), MediaKeptFor = IsoDuration.Write(Present.MediaKeptFor) }, Present.Sign);
        return Page();
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] ChangeLimits form, string? seen)
    {
        Form = form;
        var outcome = await mediator.Send(form with { Seen = seen ?? "" });
        if (outcome.Refusal is not { } refusal) return Tell(localizer["The limits are saved."], "/settings/limits");
        if (await ReadAsync() is { } missing) return Refuse(missing);
        // Whoever has seen what stands there now may save over it.
        Seen = refusal is LimitsChangedMeanwhile ? Present.Sign : seen ?? "";
        ModelState.Remove(nameof(seen));
        return Refuse(refusal);
    }

    private async Task<Refusal?> ReadAsync()
    {
        var outcome = await mediator.Send(new ShowLimits());
        if (outcome.Succeeded(out var limits, out var refusal)) Present = limits;
        return refusal;
    }
}
