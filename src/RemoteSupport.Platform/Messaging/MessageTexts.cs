namespace RemoteSupport.Platform.Messaging;

/// <summary>The sources of a message's templates in one language; null where its channel has no such part.</summary>
/// <param name="Subject">The subject line; the title of a page's text.</param>
/// <param name="Html">The HTML, without the layout.</param>
/// <param name="Text">The plain or short text, without the layout.</param>
public sealed record MessageTexts(string? Subject, string? Html, string? Text)
{
    /// <summary>The parts there are, by name: subject, html, text.</summary>
    public IEnumerable<(string Part, string Source)> Parts =>
        new (string Part, string? Source)[] { ("subject", Subject), ("html", Html), ("text", Text) }.Where(part => part.Source is not null).Select(part => (part.Part, part.Source!));
}
