using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Every version of a text: who saved it, when, and what was changed; any can be restored (MT-3).</summary>
[Requires(Permission.Tenant)]
public sealed class VersionsPage(IMediator mediator, IStringLocalizer localizer, TemplateWords words) : PortalPage
{
    /// <summary>Which text, from the address.</summary>
    public TemplateKey Key { get; private set; } = null!;

    /// <summary>The text as it is used now.</summary>
    public ShownTemplate Shown { get; private set; } = null!;

    /// <summary>All versions, the newest first.</summary>
    public IReadOnlyList<TemplateVersion> Versions { get; private set; } = [];

    /// <summary>The version that is looked at; null when none is.</summary>
    public TemplateVersion? Chosen { get; private set; }

    /// <summary>It is compared with what is used now, not with what was before it.</summary>
    public bool IsAgainstNow { get; private set; }

    /// <summary>What pages call things.</summary>
    public TemplateWords Words => words;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(TemplateKey key, int? version, bool now)
    {
        if (await ReadAsync(key) is { } refusal) return refusal;
        (Chosen, IsAgainstNow) = (Versions.FirstOrDefault(one => one.Version == version), now);
        return version is null || Chosen is not null ? Page() : Refuse(new Platform.Mediation.NotFound());
    }

    /// <summary>Restores one.</summary>
    public async Task<IActionResult> OnPostAsync(TemplateKey key, int version, int seen)
    {
        var outcome = await mediator.Send(new RestoreTemplateVersion(key, version, seen));
        if (outcome.Refusal is not { } refusal) return Tell(localizer["Version {0} is used again.", version], $"/settings/messages/{key.Message}/{key.Channel}?language={key.Language}");
        if (await ReadAsync(key) is { } gone) return gone;
        foreach (var fault in (refusal as TemplateInvalid)?.Faults ?? []) ModelState.AddModelError("", $"{words.Part(fault.Part, key.Channel)}. {words.At(fault)}");
        return Refuse(refusal);
    }

    /// <summary>What the chosen version changed, or how it differs from what is used now.</summary>
    internal IReadOnlyList<PartDiff> Diff => IsAgainstNow ? TemplateDiff.Of(Chosen!.Texts, Shown.Texts, Key.Channel, words) : TemplateDiff.Of(Before(Chosen!), Chosen!.Texts, Key.Channel, words);

    private MessageTexts Before(TemplateVersion version) => Versions.FirstOrDefault(one => one.Version == version.Version - 1)?.Texts ?? version.Base;

    private async Task<IActionResult?> ReadAsync(TemplateKey key)
    {
        if (!(await mediator.Send(new ShowMessageTemplate(key))).Succeeded(out var shown, out var refusal)) return Refuse(refusal);
        (Key, Shown) = (key, shown);
        Versions = (await mediator.Send(new ListTemplateVersions(key))).Value ?? [];
        return null;
    }
}
