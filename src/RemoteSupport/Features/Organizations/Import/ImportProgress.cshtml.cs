using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>How one import stands, live, with every row that has something wrong.</summary>
public sealed class ImportProgressPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The import.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The last line of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>How it stands.</summary>
    public ImportAnswer Import { get; private set; } = null!;

    /// <summary>What was wrong.</summary>
    public ImportFaults Faults { get; private set; } = new([], null);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await ShowAsync() is { } refusal ? Refuse(refusal) : Page();

    /// <summary>Every fault as a file, to mend the rows by.</summary>
    public async Task<IActionResult> OnGetFaultsAsync() => await ShowAsync() is { } refusal ? Refuse(refusal) : new FaultsFile(Id, mediator).ToResult();

    /// <summary>Imports what has been checked.</summary>
    public async Task<IActionResult> OnPostImportAsync()
    {
        var outcome = await mediator.Send(new ImportChecked(Id));
        return outcome.Succeeded(out var started, out var refusal) ? Tell(localizer["The import has begun. It goes on when you leave this page."], $"/accounts/import/{started.Id}") : await RefuseAsync(refusal);
    }

    /// <summary>Stops it.</summary>
    public async Task<IActionResult> OnPostStopAsync()
    {
        var refusal = (await mediator.Send(new StopImport(Id))).Refusal;
        return refusal is null ? Tell(localizer["The import is stopped."], $"/accounts/import/{Id}") : await RefuseAsync(refusal);
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal) => Refuse(await ShowAsync() ?? refusal);

    private async Task<Refusal?> ShowAsync()
    {
        if (!(await mediator.Send(new ShowImport(Id))).Succeeded(out var import, out var refusal)) return refusal;
        Import = import;
        Faults = (await mediator.Send(new ListImportFaults(Id) { Cursor = Cursor })).Value ?? Faults;
        return null;
    }
}
