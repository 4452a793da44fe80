using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>One text in one language, to be changed (MT-2, MT-3). Everything works as plain forms; the editor's script only adds.</summary>
[Requires(Permission.Tenant), ContentPolicy(Also = "frame-src 'self'", HasStyleNonce = true)]
public sealed class EditorPage(IMediator mediator, IStringLocalizer localizer, TemplateWords words, MultiTenantContextAccessor tenancy) : PortalPage
{
    /// <summary>The message, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Message { get; set; } = "";

    /// <summary>The way it goes, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Channel { get; set; } = "";

    /// <summary>The language to change; the tenant's where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>What stands beside it: another language, or "built-in".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Beside { get; set; }

    /// <summary>"recent": the preview has the masked values of the newest real message instead of the sample's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Values { get; set; }

    /// <summary>The text as it is saved, and all that belongs to it.</summary>
    public ShownTemplate Shown { get; private set; } = null!;

    /// <summary>The texts in the fields.</summary>
    public TemplateDraft Form { get; private set; } = new();

    /// <summary>The version that the fields were made from.</summary>
    public int Seen { get; private set; }

    /// <summary>What stands in the fields is saved nowhere.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>What the fields become, and what is wrong with them.</summary>
    public TemplatePreview Preview { get; private set; } = null!;

    /// <summary>A test that was just sent.</summary>
    public TestMessage? Test { get; private set; }

    /// <summary>What pages call things.</summary>
    public TemplateWords Words => words;

    /// <summary>Which text.</summary>
    public TemplateKey Key => new(Message, Channel, Language ?? tenancy.Tenant.DefaultLanguage);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } refusal) return Refuse(refusal);
        Form = TemplateDraft.Of(Shown.Texts);
        return await ShowAsync();
    }

    /// <summary>Saves the fields.</summary>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] TemplateDraft form, int seen, bool merged)
    {
        var outcome = await mediator.Send(new SaveMessageTemplate(Key, form) { Seen = seen, IsMerged = merged });
        return outcome.Refusal is { } refusal ? await KeepAsync(form, seen, refusal) : Tell(localizer["The text is saved. Messages from now on have it; those that wait to be sent stay as they are."], Address());
    }

    /// <summary>Checks the fields, and says what is wrong.</summary>
    public Task<IActionResult> OnPostCheckAsync([Bind(Prefix = nameof(Form))] TemplateDraft form, int seen) => KeepAsync(form, seen, null);

    /// <summary>Sends the fields as a test.</summary>
    public async Task<IActionResult> OnPostTestAsync([Bind(Prefix = nameof(Form))] TemplateDraft form, int seen, string? phone)
    {
        var outcome = await mediator.Send(new SendTestMessage(Key, form, phone));
        Test = outcome.Value;
        return await KeepAsync(form, seen, outcome.Refusal);
    }

    /// <summary>Makes the HTML of the plain text; nothing is saved.</summary>
    public Task<IActionResult> OnPostHtmlAsync([Bind(Prefix = nameof(Form))] TemplateDraft form, int seen) =>
        KeepAsync(form with { Html = HtmlOfText.Of(form.Text ?? "") }, seen, null);

    /// <summary>Puts both changes, the tenant's and the release's, into the fields; nothing is saved.</summary>
    public async Task<IActionResult> OnPostMergeAsync(int seen)
    {
        if (await ReadAsync() is { } refusal) return Refuse(refusal);
        return await KeepAsync(TemplateDraft.Of(Merged ?? Shown.Texts), seen, null);
    }

    /// <summary>Back to the built-in text.</summary>
    public async Task<IActionResult> OnPostBuiltInAsync(int seen)
    {
        var outcome = await mediator.Send(new ReturnToBuiltInTemplate(Key, seen));
        if (outcome.Refusal is not { } refusal) return Tell(localizer["The built-in text is used again. Yours is kept among the versions."], Address());
        if (await ReadAsync() is { } gone) return Refuse(gone);
        return await KeepAsync(TemplateDraft.Of(Shown.Texts), Shown.Version, refusal);
    }

    /// <summary>Both changes in one text; null where a person has to decide.</summary>
    public MessageTexts? Merged => ThreeWayMerge.Of(Shown.WrittenOver, Shown.Texts, Shown.BuiltIn);

    /// <summary>Somebody else has saved meanwhile: both texts are shown.</summary>
    public bool IsConflict => Refusal is TemplateChangedMeanwhile;

    /// <summary>What stands beside the fields: another language as it is used now, or the built-in text.</summary>
    public (string Name, MessageTexts Texts) Reference => Beside == "built-in" ? (Beside, Shown.BuiltIn) : Shown.Languages.Where(one => one.Language == BesideLanguage).Select(one => (one.Language, one.Texts)).First();

    /// <summary>The page's address, or that of one of its buttons.</summary>
    public string Address(string? handler = null) =>
        $"/settings/messages/{Message}/{Channel}" + QueryString.Create(new Dictionary<string, string?> { ["language"] = Key.Language, ["beside"] = Beside, ["handler"] = handler }.Where(pair => pair.Value is not null));

    /// <summary>The language beside it: the one asked for, else the tenant's, else English, else Italian.</summary>
    private string BesideLanguage => new[] { Beside, tenancy.Tenant.DefaultLanguage, "en", "it" }.First(one => one != Key.Language && Languages.Find(one) is not null)!;

    private async Task<Refusal?> ReadAsync()
    {
        var outcome = await mediator.Send(new ShowMessageTemplate(Key));
        if (!outcome.Succeeded(out var shown, out var refusal)) return refusal;
        (Shown, Seen) = (shown, shown.Version);
        return null;
    }

    /// <summary>Whatever happens, what was typed stays in the fields.</summary>
    private async Task<IActionResult> KeepAsync(TemplateDraft form, int seen, Refusal? refusal)
    {
        if (await ReadAsync() is { } gone) return Refuse(gone);
        (Form, IsUnsaved) = (TemplateDraft.Of(form.Over(Shown.Texts)), true);
        // Once both versions are shown, the next save is about what is there now.
        if (refusal is not TemplateChangedMeanwhile) Seen = seen;
        return await ShowAsync(refusal);
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal = null)
    {
        if (!(await mediator.Send(new PreviewMessageTemplate(Key, Form, Values == "recent"))).Succeeded(out var preview, out var no)) return Refuse(no);
        Preview = preview;
        if (refusal is null) return Page();
        foreach (var fault in (refusal as TemplateInvalid)?.Faults ?? []) ModelState.AddModelError($"Form.{char.ToUpperInvariant(fault.Part[0])}{fault.Part[1..]}", Words.At(fault));
        return Refuse(refusal);
    }
}
