using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Brand;

/// <summary>The tenant's brand, with small pages beside the form that show it (TN-3).</summary>
[Requires(Permission.Tenant), RequestSizeLimit(LargestForm)]
public sealed partial class BrandPage(IMediator mediator, TenantStore tenants, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/settings/brand";

    // What is larger than a picture may be is answered at its field, and not by an error page.
    private const long LargestForm = 20 * 1024 * 1024;

    /// <summary>The brand as it is.</summary>
    public BrandAnswer Brand { get; private set; } = null!;

    /// <summary>What is typed.</summary>
    public BrandForm Form { get; private set; } = new();

    /// <summary>The typed colour; the saved one as long as that is none.</summary>
    public AccentCheck Accent => new(Form.AccentColor?.Trim().ToLowerInvariant() is { } typed && Color().IsMatch(typed) ? typed : Brand.AccentColor);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } refusal) return Refuse(refusal);
        Form = BrandForm.Of(Brand);
        return Page();
    }

    /// <summary>What a colour would look like, as a part of the page: asked while somebody chooses one.</summary>
    public IActionResult OnGetCheck(string? accent) =>
        accent is not null && Color().IsMatch(accent) ? Partial("/Features/Brand/_AccentCheck.cshtml", new AccentCheck(accent)) : NotFound();

    /// <summary>Saves what is typed.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] BrandForm form)
    {
        var outcome = await mediator.Send(form.ToChange());
        if (outcome.Refusal is not { } refusal) return Saved(localizer["The brand is saved."]);
        if (await ReadAsync() is { } missing) return Refuse(missing);
        // Whoever has seen what stands there now may save over it.
        var now = BrandForm.Of(Brand);
        Form = refusal is BrandChangedMeanwhile ? form.Whole() with { Now = now, Seen = now.Seen } : form.Whole();
        return Refuse(refusal);
    }

    /// <summary>Shows what is typed and saves nothing: for browsers without scripts, and to take the colour on offer.</summary>
    public async Task<IActionResult> OnPostPreviewAsync([Bind(Prefix = nameof(Form))] BrandForm form, string? take)
    {
        if (await ReadAsync() is { } refusal) return Refuse(refusal);
        // Else the field would show what was typed before.
        if (take is not null) ModelState.Remove("Form.AccentColor");
        Form = take is null ? form.Whole() : form.Whole() with { AccentColor = take };
        return Page();
    }

    /// <summary>Replaces the logo or the icon.</summary>
    public async Task<IActionResult> OnPostPictureAsync(string kind, IFormFile? logo, IFormFile? icon)
    {
        await using var content = (logo ?? icon)?.OpenReadStream() ?? Stream.Null;
        var upload = await BrandUpload.ReadAsync(content, HttpContext.RequestAborted);
        return await AnswerAsync(await mediator.Send(new ReplaceBrandPicture(kind, upload)), localizer["The picture is saved."]);
    }

    /// <summary>Takes the logo or the icon away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string kind) => await AnswerAsync(await mediator.Send(new RemoveBrandPicture(kind)), localizer["The picture is removed."]);

    private async Task<IActionResult> AnswerAsync(Outcome<BrandAnswer> outcome, string notice)
    {
        if (outcome.Refusal is not { } refusal) return Saved(notice);
        if (await ReadAsync() is { } missing) return Refuse(missing);
        Form = BrandForm.Of(Brand);
        return Refuse(refusal);
    }

    /// <summary>This node need not wait for the database to tell it: the page that comes now shows the new brand.</summary>
    private IActionResult Saved(string notice)
    {
        tenants.Forget();
        return Tell(notice, Here);
    }

    private async Task<Refusal?> ReadAsync()
    {
        var outcome = await mediator.Send(new ShowBrand());
        if (!outcome.Succeeded(out var brand, out var refusal)) return refusal;
        Brand = brand;
        return null;
    }

    [GeneratedRegex(@"^#[0-9a-f]{6}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Color();
}
