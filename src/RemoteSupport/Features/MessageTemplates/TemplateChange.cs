using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Makes a change of a text: the version, the audit entry, and word to open pages.</summary>
internal sealed class TemplateChange(TemplateRows rows, Desk desk, AuditTrail audit, LiveEvents live, IStringLocalizer localizer)
{
    /// <summary>The text as it is afterwards; refused when somebody else was quicker.</summary>
    public async Task<Outcome<ShownTemplate>> MakeAsync(ShownTemplate now, NewVersion version)
    {
        audit.Target("message_template", now.Key.Id, $"{localizer[now.Entry.Title]} ({now.Key.Channel}, {Languages.Find(now.Key.Language)!.NativeName})");
        if (IsNothing(now, version))
        {
            audit.Nothing();
            return now;
        }

        if (!await rows.WriteAsync(now.Key, now.Version, version)) return new TemplateChangedMeanwhile(await ReadAsync(now.Key));
        var after = await ReadAsync(now.Key);
        foreach (var (field, was, isNow) in Parts(now, after)) audit.Changed(field, was, isNow);
        await live.PublishAsync(Topics.Support, Topics.Templates);
        return after;
    }

    /// <summary>Nothing would be different, neither now nor at the next release.</summary>
    private static bool IsNothing(ShownTemplate now, NewVersion version) =>
        version.Texts is null ? now.State == TemplateState.BuiltIn : now.State is TemplateState.Changed or TemplateState.Outdated && version.Texts == now.Texts && version.Base == now.WrittenOver;

    private async Task<ShownTemplate> ReadAsync(TemplateKey key) => (await desk.FindAsync(key, default))!;

    private static (string Field, string? Was, string? IsNow)[] Parts(ShownTemplate before, ShownTemplate after) =>
    [
        ("version", Number(before), Number(after)), ("subject", before.Texts.Subject, after.Texts.Subject),
        ("text", before.Texts.Text, after.Texts.Text), ("html", before.Texts.Html, after.Texts.Html),
    ];

    private static string Number(ShownTemplate shown) => shown.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
