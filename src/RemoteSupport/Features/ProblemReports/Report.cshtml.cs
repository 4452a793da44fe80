using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>One report, the same page for both sides: each sees and does there what is theirs (PR-2, PR-3).</summary>
[RequestSizeLimit(ReportRules.LargestForm)]
public sealed class ReportPage(IMediator mediator, Uploads uploads, Caller caller, IStringLocalizer localizer) : PortalPage
{
    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The report with all that belongs to it.</summary>
    public WholeReport Whole { get; private set; } = null!;

    /// <summary>What is replied.</summary>
    public ReplyToReport Form { get; private set; } = new();

    /// <summary>What closes it.</summary>
    public ResolveReport Closing { get; private set; } = new();

    /// <summary>Chosen files; only names the field.</summary>
    public IReadOnlyList<IFormFile>? Files { get; private set; }

    /// <summary>Files that came with the reply before.</summary>
    public IReadOnlyList<StoredFile> Uploaded { get; private set; } = [];

    /// <summary>The way in to the organization, as its row in the Support Hub offers it; null where there is none for the reader.</summary>
    public FoundOrganization? Entrance { get; private set; }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    /// <summary>Takes it.</summary>
    public async Task<IActionResult> OnPostTakeAsync() => await AnswerAsync(await mediator.Send(new TakeReport(Id)), localizer["You look after this report now."]);

    /// <summary>Resolves it.</summary>
    public async Task<IActionResult> OnPostResolveAsync([Bind("Text", Prefix = nameof(Closing))] ResolveReport closing)
    {
        Closing = closing;
        return await AnswerAsync(await mediator.Send(closing with { Id = Id }), localizer["The report is resolved."]);
    }

    /// <summary>Replies, with files.</summary>
    public async Task<IActionResult> OnPostReplyAsync([Bind("Text", Prefix = nameof(Form))] ReplyToReport form, List<IFormFile>? files, List<Guid>? kept)
    {
        Form = form;
        // Nothing is uploaded for a reply that may not be.
        if (!(await mediator.Send(new ShowProblemReport(Id))).Succeeded(out var whole, out var gone)) return Refuse(gone);
        if (!whole.MayReply) return Refuse(new Forbidden());
        var taken = await uploads.TakeAsync(kept, files, HttpContext.RequestAborted);
        Uploaded = taken.Files;
        if (taken.Flaw is { } flaw) return await ShowAsync(flaw);
        return await AnswerAsync(await mediator.Send(form with { Id = Id, Attachments = taken.Ids }), localizer["Your reply is sent."]);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<ProblemReport> outcome, string done) =>
        outcome.Refusal is { } refusal ? await ShowAsync(refusal) : Tell(done, $"/problem-reports/{Id}");

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        var found = await mediator.Send(new ShowProblemReport(Id));
        if (!found.Succeeded(out var whole, out var missing)) return Refuse(missing);
        Whole = whole;
        if (caller.May(Permission.Support) && whole.Report.OrganizationId is { } organization)
            Entrance = (await mediator.Send(new FindOrganizations { Query = organization.ToString() })).Value?.Organizations.SingleOrDefault();
        return refusal is null ? Page() : Refuse(refusal);
    }
}
