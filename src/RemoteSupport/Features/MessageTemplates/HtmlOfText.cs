using System.Text.RegularExpressions;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>
/// Makes an e-mail's HTML of its plain text, for whoever writes no HTML: paragraphs as the built-in texts have them, and a button of a line that ends with a
/// colon and the link below it. What stands between braces is kept, conditions outside the paragraphs that they begin or end at.
/// </summary>
internal static partial class HtmlOfText
{
    private const string Button =
        """<p style="margin:0 0 20px"><a href="{1}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:{{ brand.accent_color }};color:{{ brand.on_accent }};text-decoration:none;font-weight:600">{0}</a></p>""";

    /// <summary>The HTML.</summary>
    public static string Of(string text) =>
        string.Join('\n', BlankLines().Split(text.ReplaceLineEndings("\n").Trim('\n')).Select(Block).Where(block => block.Length > 0));

    private static string Block(string block)
    {
        var opening = BlocksAtStart().Match(block).Value;
        var rest = block[opening.Length..];
        var closing = BlocksAtEnd().Match(rest).Value;
        var words = rest[..^closing.Length].Trim('\n');
        return opening.Trim() + (words.Length == 0 ? "" : Element(words)) + closing.Trim();
    }

    private static string Element(string words)
    {
        var link = LinkWithLabel().Match(words);
        if (link.Success) return Button.Replace("{0}", Escape(link.Groups["label"].Value), StringComparison.Ordinal).Replace("{1}", link.Groups["url"].Value, StringComparison.Ordinal);
        return $"""<p style="margin:0 0 16px">{Escape(words).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>""";
    }

    /// <summary>Text is made safe, letters as they are written; code stays as it is.</summary>
    private static string Escape(string text) => TextOrCode().Replace(text, part => part.Groups["code"].Success ? part.Value : Safe(part.Value));

    private static string Safe(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"^(?:\s*\{\{[-~]?\s*(?:if|else|end|for)\b[^}]*\}\})*\s*")]
    private static partial Regex BlocksAtStart();

    [GeneratedRegex(@"\s*(?:\{\{[-~]?\s*(?:if|else|end|for)\b[^}]*\}\}\s*)*\z")]
    private static partial Regex BlocksAtEnd();

    [GeneratedRegex(@"^(?<label>[^\n{}]+?):?[ \t]*\n(?<url>\{\{[-~]?\s*(?:\w+_)?url\s*[-~]?\}\})\s*\z")]
    private static partial Regex LinkWithLabel();

    [GeneratedRegex(@"(?<code>\{\{.*?\}\})|[&<>]", RegexOptions.Singleline)]
    private static partial Regex TextOrCode();
}
