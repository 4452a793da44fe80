using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Lists all versions of a text, the newest first (MT-3).</summary>
[Requires(Permission.Tenant)]
public sealed record ListTemplateVersions(TemplateKey Key) : IQuery<IReadOnlyList<TemplateVersion>>
{
    internal sealed class Handler(TemplateRows rows, MessageCatalogue catalogue) : IRequestHandler<ListTemplateVersions, Outcome<IReadOnlyList<TemplateVersion>>>
    {
        public async Task<Outcome<IReadOnlyList<TemplateVersion>>> Handle(ListTemplateVersions request, CancellationToken cancellationToken) =>
            request.Key.EntryIn(catalogue) is null ? new NotFound() : Outcome.Of(await rows.VersionsAsync(request.Key, cancellationToken));
    }
}
