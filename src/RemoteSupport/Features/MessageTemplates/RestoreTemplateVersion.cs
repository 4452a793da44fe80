using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Uses an earlier version of a text again, as a new version (MT-3); refused if it cannot be used any more.</summary>
/// <param name="Key">Which text.</param>
/// <param name="Version">The version that comes back.</param>
/// <param name="Seen">The newest version that was seen.</param>
[Requires(Permission.Tenant)]
public sealed record RestoreTemplateVersion(TemplateKey Key, int Version, int Seen) : ICommand<ShownTemplate>
{
    internal sealed class Handler(Desk desk, TemplateRows rows, TemplateCheck check, TemplateChange change) : IRequestHandler<RestoreTemplateVersion, Outcome<ShownTemplate>>
    {
        public async Task<Outcome<ShownTemplate>> Handle(RestoreTemplateVersion request, CancellationToken cancellationToken)
        {
            if (await desk.FindAsync(request.Key, cancellationToken) is not { } now) return new NotFound();
            if (request.Seen != now.Version) return new TemplateChangedMeanwhile(now);
            if ((await rows.VersionsAsync(request.Key, cancellationToken)).FirstOrDefault(version => version.Version == request.Version) is not { } version) return new NotFound();
            if (version.IsBuiltIn) return await change.MakeAsync(now, new("built_in", null, now.BuiltIn, version.Version));
            if (await check.FaultsAsync(request.Key, version.Texts) is { Count: > 0 } faults) return new TemplateInvalid(faults);
            return await change.MakeAsync(now, new("restored", version.Texts, version.Base, version.Version));
        }
    }
}
