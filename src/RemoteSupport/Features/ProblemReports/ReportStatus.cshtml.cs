using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Where the reporter's link leads: how the report stands, what was said, and a reply; without signing in.</summary>
[ForSignedOut, HoldsSecret, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class ReportStatusPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The link's secret, from the address.</summary>
    [FromRoute]
    public string? Token { get; set; }

    /// <summary>What is typed.</summary>
    public ReplyByLink Form { get; private set; } = new();

    /// <summary>The report; null when the link is dead.</summary>
    public ReportStatus? Status { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var found = await mediator.Send(new FindReportStatus { Token = Token });
        Status = found.Value;
        return found.Refusal is { } refusal ? Refuse(refusal) : Page();
    }

    /// <summary>Replies.</summary>
    public async Task<IActionResult> OnPostAsync([Bind("Text", Prefix = nameof(Form))] ReplyByLink form)
    {
        Form = form;
        if ((await mediator.Send(form with { Token = Token })).Refusal is not { } refusal) return Tell(localizer["Your reply is sent."], $"/report-status/{Token}");
        Status = (await mediator.Send(new FindReportStatus { Token = Token })).Value;
        return Refuse(refusal);
    }
}
