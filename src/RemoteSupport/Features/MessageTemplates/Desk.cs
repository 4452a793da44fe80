using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Says what state a text is in, and shows it with all that belongs to it.</summary>
internal sealed class Desk(TemplateRows rows, BuiltInTemplates builtIn, MessageCatalogue catalogue, MessageRenderer renderer)
{
    /// <summary>Null where there is no such text.</summary>
    public async Task<ShownTemplate?> FindAsync(TemplateKey key, CancellationToken ct)
    {
        if (key.EntryIn(catalogue) is not { } entry) return null;
        var all = await rows.ListAsync(key.Name, ct);
        var latest = await rows.LatestAsync(key, ct);
        var own = all.SingleOrDefault(row => row.Language == key.Language);
        var standard = builtIn.Get(key.Name, key.Language);
        return new ShownTemplate
        {
            Key = key, Entry = entry, BuiltIn = standard, Texts = own?.Texts ?? standard, Version = latest, State = StateOf(own), SavedByName = own?.SavedByName, SavedAt = own?.SavedAt,
            WrittenOver = own?.Base ?? standard, Languages = LanguagesOf(key.Name, all),
        };
    }

    /// <summary>What stands in each language.</summary>
    public IReadOnlyList<TemplateLanguage> LanguagesOf(MessageName name, IEnumerable<OwnRow> rowsOfIt)
    {
        var own = rowsOfIt.ToDictionary(row => row.Language);
        return [.. Platform.Localization.Languages.All.Select(language => Of(language.Code))];

        TemplateLanguage Of(string language)
        {
            var row = own.GetValueOrDefault(language);
            return new(language, StateOf(row), row?.Texts ?? builtIn.Get(name, language), row?.SavedByName, row?.SavedAt);
        }
    }

    private TemplateState StateOf(OwnRow? own)
    {
        if (own is null) return TemplateState.BuiltIn;
        if (own.BrokenAt is not null || renderer.Check(own.Key.Name, own.Texts).Count > 0) return TemplateState.Broken;
        return own.Base == builtIn.Get(own.Key.Name, own.Language) ? TemplateState.Changed : TemplateState.Outdated;
    }
}
