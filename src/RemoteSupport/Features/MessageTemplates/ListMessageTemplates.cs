using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Lists every text that the tenant can write anew, with what stands in each language (MT-1).</summary>
[Requires(Permission.Tenant)]
public sealed record ListMessageTemplates : IQuery<IReadOnlyList<TemplateLine>>
{
    internal sealed class Handler(TemplateRows rows, Desk desk, MessageCatalogue catalogue) : IRequestHandler<ListMessageTemplates, Outcome<IReadOnlyList<TemplateLine>>>
    {
        public async Task<Outcome<IReadOnlyList<TemplateLine>>> Handle(ListMessageTemplates request, CancellationToken cancellationToken)
        {
            var own = (await rows.ListAsync(cancellationToken)).ToLookup(row => row.Key.Name);
            return Outcome.Of<IReadOnlyList<TemplateLine>>([.. catalogue.All.Select(entry => new TemplateLine(entry, desk.LanguagesOf(entry.Name, own[entry.Name])))]);
        }
    }
}

/// <summary>A message of the catalogue, and what stands in each language.</summary>
/// <param name="Entry">What the catalogue says of it.</param>
/// <param name="Languages">All of them.</param>
public sealed record TemplateLine(MessageEntry Entry, IReadOnlyList<TemplateLanguage> Languages);
