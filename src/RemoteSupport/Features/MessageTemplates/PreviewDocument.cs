using System.Net;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>The document in the preview's frame. Nothing in it can run, load from elsewhere, or lead away (the page's policy).</summary>
internal static class PreviewDocument
{
    /// <summary>The policy of every such document; a frame's own links go nowhere.</summary>
    public const string Policy = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private const string Plain =
        "body{margin:0;padding:16px;font:15px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;color:#1a222c}";

    private const string Short =
        "body{margin:0;padding:24px 16px;background:#eef0f3;font:16px/1.4 system-ui,sans-serif;color:#1a222c}p{margin:0;max-width:18rem;padding:10px 14px;border-radius:18px 18px 18px 4px;background:#fff;white-space:pre-wrap;overflow-wrap:anywhere}";

    private const string Sentence = "body{margin:0;padding:24px;background:#fff;font:16px/1.5 system-ui,sans-serif;color:#525d6a}";

    /// <summary>What many mail programs make of a light mail in the dark.</summary>
    private const string Dark = "html{background:#fff;filter:invert(1) hue-rotate(180deg)}img{filter:invert(1) hue-rotate(180deg)}";

    /// <summary>An e-mail as a mail program shows it, the logo and the QR code of the sample's link in their places.</summary>
    public static string OfHtml(string html, InlineImage? logo, string address, bool isDark)
    {
        var whole = InlinePictures.Inline(html, logo, address);
        return isDark ? Styled(whole, Dark) : whole;
    }

    /// <summary>A plain text as a mail program shows it.</summary>
    public static string OfText(string text) => Page(Plain, WebUtility.HtmlEncode(text));

    /// <summary>A short message as a phone shows it.</summary>
    public static string OfSms(string text) => Page(Short, $"<p>{WebUtility.HtmlEncode(text)}</p>");

    /// <summary>Why there is nothing to see.</summary>
    public static string OfSentence(string sentence) => Page(Sentence, WebUtility.HtmlEncode(sentence));

    private static string Page(string style, string body) =>
        $"<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title></title><style>{style}</style></head><body>{body}</body></html>";

    private static string Styled(string html, string style)
    {
        var at = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return html.Insert(at < 0 ? 0 : at, $"<style>{style}</style>");
    }
}
