using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>A text of the catalogue.</summary>
/// <param name="Message">Such as "access-requested".</param>
/// <param name="Channel">"email", "sms" or "page".</param>
/// <param name="Title">A few words, in the caller's language.</param>
/// <param name="Purpose">Who gets it, and when.</param>
/// <param name="Languages">What stands in each language.</param>
public sealed record TemplateItem(string Message, string Channel, string Title, string Purpose, IReadOnlyList<TemplateItemLanguage> Languages)
{
    internal static TemplateItem Of(TemplateLine line, IStringLocalizer localizer) => new(
        line.Entry.Name.Key, line.Entry.Name.Channel, localizer[line.Entry.Title], localizer[line.Entry.Purpose],
        [.. line.Languages.Select(language => new TemplateItemLanguage(language.Language, TemplateAnswer.Word(language.State)))]);
}

/// <summary>What stands in one language.</summary>
/// <param name="Language">"en", "it", "es" or "de".</param>
/// <param name="State">"built_in", "changed", "outdated" or "broken".</param>
public sealed record TemplateItemLanguage(string Language, string State);

/// <summary>A text as it is used now.</summary>
/// <param name="Subject">The subject line; left out where the channel has none.</param>
/// <param name="Html">The HTML without the layout; left out where the channel has none.</param>
/// <param name="Text">The plain or short text.</param>
/// <param name="Version">The newest version; 0 where nothing was ever saved.</param>
/// <param name="BuiltIn">It is the product's own.</param>
/// <param name="State">"built_in", "changed", "outdated" or "broken".</param>
/// <param name="Variables">What it may name.</param>
public sealed record TemplateAnswer(string? Subject, string? Html, string? Text, int Version, bool BuiltIn, string State, IReadOnlyList<TemplateVariable> Variables)
{
    internal static TemplateAnswer Of(ShownTemplate shown, IStringLocalizer localizer) => new(
        shown.Texts.Subject, shown.Texts.Html, shown.Texts.Text, shown.Version, shown.State == TemplateState.BuiltIn, Word(shown.State),
        [.. shown.Entry.Variables.Select(variable => new TemplateVariable(variable.Path, localizer[variable.Description], variable.IsList, variable.IsCompulsory))]);

    internal static string Word(TemplateState state) => state switch
    {
        TemplateState.BuiltIn => "built_in",
        TemplateState.Changed => "changed",
        TemplateState.Outdated => "outdated",
        _ => "broken",
    };
}

/// <summary>A value that a text may name.</summary>
/// <param name="Path">As it is written, such as "brand.name"; what stands in a list's items as "items[]".</param>
/// <param name="Description">What it is, in the caller's language.</param>
/// <param name="IsList">"for" goes over it.</param>
/// <param name="IsCompulsory">HTML and text must hold it.</param>
public sealed record TemplateVariable(string Path, string Description, bool IsList, bool IsCompulsory);

/// <summary>What was saved.</summary>
/// <param name="Version">The number of the newest version.</param>
public sealed record VersionAnswer(int Version);
