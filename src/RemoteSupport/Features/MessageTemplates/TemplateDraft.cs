using System.ComponentModel.DataAnnotations;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Texts as somebody has typed them; null where nothing was said about a part, which is not the same as a part that was emptied.</summary>
public sealed record TemplateDraft
{
    /// <summary>The subject line; the title of a page's text.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Subject { get; init; }

    /// <summary>The HTML, without the layout.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Html { get; init; }

    /// <summary>The plain or short text.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Text { get; init; }

    /// <summary>Texts to show in a form.</summary>
    public static TemplateDraft Of(MessageTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new() { Subject = texts.Subject, Html = texts.Html, Text = texts.Text };
    }

    /// <summary>As they are kept: the parts that the message has, line breaks as in the built-in text; what was not mentioned stays as it is now.</summary>
    internal MessageTexts Over(MessageTexts now) => new(Part(Subject, now.Subject), Part(Html, now.Html), Part(Text, now.Text));

    private static string? Part(string? typed, string? now) => now is null ? null : typed?.ReplaceLineEndings("\n").Trim('\n') ?? now;
}
