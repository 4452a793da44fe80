using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Where accounts are imported from a CSV file (OR-8), and how the latest imports stand.</summary>
[Requires(Permission.Organizations), RequestSizeLimit(ImportUpload.LargestBody), RequestFormLimits(MultipartBodyLengthLimit = ImportUpload.LargestBody)]
public sealed class ImportsPage(IMediator mediator, IStringLocalizer localizer, ImportUpload upload) : PortalPage
{
    /// <summary>The latest imports.</summary>
    public IReadOnlyList<ImportAnswer> Imports { get; private set; } = [];

    /// <summary>What is uploaded.</summary>
    [BindProperty]
    public IFormFile? Csv { get; set; }

    /// <summary>Shows the form and the list.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return Page();
    }

    /// <summary>Checks every row and changes nothing.</summary>
    public Task<IActionResult> OnPostCheckAsync(CancellationToken ct) => StartAsync(isTrial: true, ct);

    /// <summary>Imports at once.</summary>
    public Task<IActionResult> OnPostImportAsync(CancellationToken ct) => StartAsync(isTrial: false, ct);

    /// <summary>A file to begin with: the columns, and a row of each kind.</summary>
    public IActionResult OnGetExample([FromServices] MultiTenantContextAccessor tenancy) => new ExampleFile(tenancy.Tenant).ToResult();

    private async Task<IActionResult> StartAsync(bool isTrial, CancellationToken ct)
    {
        if (Csv is null) return await RefuseAsync(new NoImportFile());
        await using var content = Csv.OpenReadStream();
        var outcome = await upload.StartAsync(Csv.FileName, content, isTrial, mediator, ct);
        return outcome.Succeeded(out var started, out var refusal) ? Tell(localizer["The import has begun. It goes on when you leave this page."], $"/accounts/import/{started.Id}") : await RefuseAsync(refusal);
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal)
    {
        await ShowAsync();
        return Refuse(refusal);
    }

    private async Task ShowAsync() => Imports = (await mediator.Send(new ListImports())).Value ?? [];
}
