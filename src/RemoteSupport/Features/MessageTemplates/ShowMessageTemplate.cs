using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Shows one text as it is used now, beside the built-in one (MT-1, MT-2).</summary>
[Requires(Permission.Tenant)]
public sealed record ShowMessageTemplate(TemplateKey Key) : IQuery<ShownTemplate>
{
    internal sealed class Handler(Desk desk) : IRequestHandler<ShowMessageTemplate, Outcome<ShownTemplate>>
    {
        public async Task<Outcome<ShownTemplate>> Handle(ShowMessageTemplate request, CancellationToken cancellationToken) =>
            await desk.FindAsync(request.Key, cancellationToken) is { } found ? found : new NotFound();
    }
}

/// <summary>One text with all that its editor shows.</summary>
public sealed record ShownTemplate
{
    /// <summary>Which one.</summary>
    public required TemplateKey Key { get; init; }

    /// <summary>What the catalogue says of the message.</summary>
    public required MessageEntry Entry { get; init; }

    /// <summary>What is used now.</summary>
    public required MessageTexts Texts { get; init; }

    /// <summary>The product's own.</summary>
    public required MessageTexts BuiltIn { get; init; }

    /// <summary>The built-in text that the tenant's was written over; as <see cref="BuiltIn"/> unless it is outdated.</summary>
    public required MessageTexts WrittenOver { get; init; }

    /// <summary>The newest version, whatever it was; 0 where nothing was ever saved.</summary>
    public required int Version { get; init; }

    /// <summary>What is used now, in a word.</summary>
    public required TemplateState State { get; init; }

    /// <summary>Who saved what is used now; null for the built-in text.</summary>
    public required string? SavedByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset? SavedAt { get; init; }

    /// <summary>The same message in all languages.</summary>
    public required IReadOnlyList<TemplateLanguage> Languages { get; init; }

    /// <summary>A release has changed the built-in text since; a broken text may be so too.</summary>
    public bool IsBehind => WrittenOver != BuiltIn;

    /// <summary>Languages in which the built-in text still stands while another was changed (MT-2).</summary>
    public IEnumerable<string> LeftBehind => Languages.All(language => language.State == TemplateState.BuiltIn) ? [] : Languages.Where(language => language.State == TemplateState.BuiltIn).Select(language => language.Language);
}

/// <summary>A message in one language.</summary>
/// <param name="Language">"en", "it", "es" or "de".</param>
/// <param name="State">What is used now, in a word.</param>
/// <param name="Texts">What is used now.</param>
/// <param name="SavedByName">Who saved it; null for the built-in text.</param>
/// <param name="SavedAt">When.</param>
public sealed record TemplateLanguage(string Language, TemplateState State, MessageTexts Texts, string? SavedByName, DateTimeOffset? SavedAt);
