using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Report a problem: from every page of an organization's portal, with where one was (PR-2).</summary>
[Requires(Permission.ReportProblem), RequestSizeLimit(ReportRules.LargestForm)]
public sealed class NewReportPage(IMediator mediator, ReportDesk desk, Caller caller, IStringLocalizer localizer) : PortalPage
{
    /// <summary>Where one was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ReportProblem Form { get; set; } = new();

    /// <summary>Chosen files.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile>? Files { get; set; }

    /// <summary>Files that came with the form before.</summary>
    [BindProperty]
    public IReadOnlyList<Guid>? Kept { get; set; }

    /// <summary>What the fields need.</summary>
    public ReportForm Needs { get; private set; } = null!;

    /// <summary>An empty form.</summary>
    public async Task OnGetAsync()
    {
        Form = new ReportProblem { Id = desk.NewId() };
        Needs = await desk.OpenAsync(From);
    }

    /// <summary>Reports it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var taken = await desk.TakeAsync(new FormFiles(Files, Kept), HttpContext.RequestAborted);
        if (taken.Flaw is { } flaw) return await ShowAsync(taken, flaw);
        var outcome = await mediator.Send(Form with { OrganizationId = caller.Organization, Attachments = taken.Ids });
        return outcome.Succeeded(out var receipt, out var refusal)
            ? Tell(localizer["Your report {0} is sent.", ReportRules.NumberOf(receipt.Number)], $"/problem-reports/{receipt.Id}")
            : await ShowAsync(taken, refusal);
    }

    private async Task<IActionResult> ShowAsync(TakenIn taken, Refusal refusal)
    {
        Needs = await desk.ShowAsync(From, Form, taken.Files);
        return Refuse(refusal);
    }
}
