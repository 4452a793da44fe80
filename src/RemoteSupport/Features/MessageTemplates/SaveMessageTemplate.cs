using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>
/// Saves a text of the tenant's own as a new version (MT-3). One with a fault is refused, with line and column (MT-2); messages that are queued already stay as
/// they are. A text that is the built-in one word for word follows future releases again.
/// </summary>
[Requires(Permission.Tenant)]
public sealed record SaveMessageTemplate(TemplateKey Key, TemplateDraft Draft) : ICommand<ShownTemplate>
{
    /// <summary>The version that was seen; null is not asked.</summary>
    public int? Seen { get; init; }

    /// <summary>What a release has changed in the built-in text is taken into account: it is no longer pointed out.</summary>
    public bool IsMerged { get; init; }

    internal sealed class Handler(Desk desk, TemplateCheck check, TemplateChange change) : IRequestHandler<SaveMessageTemplate, Outcome<ShownTemplate>>
    {
        public async Task<Outcome<ShownTemplate>> Handle(SaveMessageTemplate request, CancellationToken cancellationToken)
        {
            if (await desk.FindAsync(request.Key, cancellationToken) is not { } now) return new NotFound();
            if (request.Seen is { } seen && seen != now.Version) return new TemplateChangedMeanwhile(now);
            var texts = request.Draft.Over(now.Texts);
            if (await check.FaultsAsync(request.Key, texts) is { Count: > 0 } faults) return new TemplateInvalid(faults);
            if (texts == now.BuiltIn) return await change.MakeAsync(now, new("built_in", null, now.BuiltIn));
            var writtenOver = request.IsMerged ? now.BuiltIn : now.WrittenOver;
            return await change.MakeAsync(now, new("saved", texts, writtenOver));
        }
    }
}
