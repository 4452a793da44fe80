using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Uses the built-in text again (MT-3), which always works; the tenant's own stays among the versions.</summary>
/// <param name="Key">Which text.</param>
/// <param name="Seen">The newest version that was seen; null is not asked.</param>
[Requires(Permission.Tenant)]
public sealed record ReturnToBuiltInTemplate(TemplateKey Key, int? Seen) : ICommand<ShownTemplate>
{
    internal sealed class Handler(Desk desk, TemplateChange change) : IRequestHandler<ReturnToBuiltInTemplate, Outcome<ShownTemplate>>
    {
        public async Task<Outcome<ShownTemplate>> Handle(ReturnToBuiltInTemplate request, CancellationToken cancellationToken)
        {
            if (await desk.FindAsync(request.Key, cancellationToken) is not { } now) return new NotFound();
            if (request.Seen is { } seen && seen != now.Version) return new TemplateChangedMeanwhile(now);
            return await change.MakeAsync(now, new("built_in", null, now.BuiltIn));
        }
    }
}
