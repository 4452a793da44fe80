using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Report a problem without signing in: for people who cannot. It says the same whether the address is known or not.</summary>
[ForSignedOut, EnableRateLimiting(RateLimits.Upload), RequestSizeLimit(ReportRules.LargestForm)]
public sealed class SignedOutReportPage(IMediator mediator, ReportDesk desk, Caller caller) : PortalPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public ReportSignedOut Form { get; set; } = new();

    /// <summary>Chosen files.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile>? Files { get; set; }

    /// <summary>Files that came with the form before.</summary>
    [BindProperty]
    public IReadOnlyList<Guid>? Kept { get; set; }

    /// <summary>The address that a report was sent from just now; null while none was.</summary>
    [TempData]
    public string? SentFrom { get; set; }

    /// <summary>What the fields need.</summary>
    public ReportForm Needs { get; private set; } = null!;

    /// <summary>An empty form, or that the report was sent; members who are signed in have a form of their own.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (caller.May(Permission.ReportProblem)) return LocalRedirect("/problem-reports/new");
        Form = new ReportSignedOut { Id = desk.NewId() };
        Needs = await desk.OpenAsync(null);
        return Page();
    }

    /// <summary>Reports it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var taken = await desk.TakeAsync(new FormFiles(Files, Kept), HttpContext.RequestAborted);
        if (taken.Flaw is { } flaw) return await ShowAsync(taken, flaw);
        if ((await mediator.Send(Form with { Attachments = taken.Ids })).Refusal is { } refusal) return await ShowAsync(taken, refusal);
        SentFrom = Form.Email;
        return LocalRedirect("/report-a-problem");
    }

    private async Task<IActionResult> ShowAsync(TakenIn taken, Refusal refusal)
    {
        Needs = await desk.ShowAsync(null, Form, taken.Files);
        return Refuse(refusal);
    }
}
