using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>One saved version of a text (MT-3).</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Kind">"saved", "restored" or "built_in" (back to the built-in text; then it has no texts).</param>
/// <param name="RestoredVersion">The version that was restored.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Html">The HTML.</param>
/// <param name="Text">The plain or short text.</param>
/// <param name="BaseSubject">The built-in subject line of then.</param>
/// <param name="BaseHtml">The built-in HTML of then.</param>
/// <param name="BaseText">The built-in plain or short text of then.</param>
/// <param name="SavedByName">Who saved it, by the name of then.</param>
/// <param name="SavedAt">When.</param>
public sealed record TemplateVersion(
    int Version, string Kind, int? RestoredVersion, string? Subject, string? Html, string? Text, string? BaseSubject, string? BaseHtml, string? BaseText, string SavedByName, DateTimeOffset SavedAt)
{
    /// <summary>Back to the built-in text.</summary>
    public bool IsBuiltIn => Kind == "built_in";

    /// <summary>What was used from then on.</summary>
    public MessageTexts Texts => IsBuiltIn ? Base : new(Subject, Html, Text);

    /// <summary>The built-in text of then.</summary>
    public MessageTexts Base => new(BaseSubject, BaseHtml, BaseText);
}
