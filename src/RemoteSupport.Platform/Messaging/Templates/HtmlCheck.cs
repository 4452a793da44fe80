using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>
/// Holds a template's HTML against what a message may be (MT-5): nothing that acts, nothing fetched from elsewhere (DL-4), and values only where
/// escaping makes them safe: in text, in quoted attributes, in links behind a scheme. Read by the parser that browsers' rules describe.
/// </summary>
internal sealed class HtmlCheck(HtmlSkeleton skeleton, FaultList faults)
{
    /// <summary>Tags that stand in each other by the thousand take a parser time that grows with their square.</summary>
    private const int MostTags = 2_000;

    private static readonly HashSet<string> Refused =
    [
        "script", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button", "textarea", "select", "link", "base", "svg", "math",
        "video", "audio", "source", "track", "template", "noscript", "noembed", "noframes", "plaintext", "xmp", "portal", "marquee", "dialog",
    ];

    private static readonly HashSet<string> LeadElsewhere = ["action", "background", "cite", "codebase", "data", "formaction", "longdesc", "manifest", "ping", "poster", "profile", "srcdoc", "srcset", "usemap", "xlink:href"];
    private static readonly string[] Schemes = ["https:", "http:", "mailto:", "tel:", "#"];
    private static readonly string[] FetchingStyles = ["url(", "image(", "image-set(", "@import", "expression(", "\\", "behavior", "-moz-binding"];
    private readonly HashSet<int> found = [];

    public static void Check(IReadOnlyList<Node> nodes, FaultList faults)
    {
        var skeleton = new HtmlSkeleton(nodes);
        if (skeleton.Html.Count(letter => letter == '<') > MostTags) faults.Add(new(1, 1, "too_large", "The HTML has more than {0} tags.", MostTags));
        else new HtmlCheck(skeleton, faults).Check();
    }

    private void Check()
    {
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(skeleton.Html);
        foreach (var node in document.Descendants<INode>()) Check(node);
        // What was swallowed with a tag or a comment that never ends.
        if (!found.Contains(skeleton.Count - 1)) faults.Add(new(1, 1, "html_unfinished", "A tag, a comment or a quotation mark is not closed."));
    }

    private void Check(INode node)
    {
        switch (node)
        {
            case IElement element: CheckElement(element); break;
            case IText { ParentElement.LocalName: not ("title" or "style") } text: found.UnionWith(HtmlSkeleton.MarksIn(text.Data)); break;
            case IComment comment: CheckComment(comment); break;
        }
    }

    private void CheckComment(IComment comment)
    {
        RefuseMarks(comment.Data);
        // Some mail programs read these as HTML.
        if (comment.Data.TrimStart().StartsWith("[if", StringComparison.OrdinalIgnoreCase)) Refuse(new(1, 1), "<!--[if");
    }

    private void CheckElement(IElement element)
    {
        var place = element.SourceReference is { } reference ? skeleton.PlaceOf(reference.Position.Index) : new Place(1, 1);
        if (HtmlSkeleton.HasMark(element.LocalName)) faults.Add(place.Fault("html_place", "Values stand only in text and in attributes with quotation marks."));
        else if (Refused.Contains(element.LocalName) || (element.LocalName == "meta" && element.HasAttribute("http-equiv"))) Refuse(place, $"<{element.LocalName}>");
        if (element.LocalName == "style") CheckStyle(element.TextContent, place, mayHoldColours: false);
        foreach (var attribute in element.Attributes) CheckAttribute(attribute, place);
    }

    private void CheckAttribute(IAttr attribute, Place place)
    {
        var (name, value) = (attribute.Name.ToLowerInvariant(), attribute.Value);
        if (HtmlSkeleton.HasMark(name) || HtmlSkeleton.HasMark(HtmlSkeleton.WithoutMarks(value)))
        {
            faults.Add(place.Fault("html_place", "Values stand only in text and in attributes with quotation marks."));
            return;
        }

        var nodes = HtmlSkeleton.MarksIn(value).Select(skeleton.NodeAt).ToList();
        foreach (var node in nodes.Where(node => node is not OutputNode)) faults.Add(node.Place.Fault("html_block", "“if” and “for” stand only between tags, not within one."));
        foreach (var node in nodes.Where(node => IsPath(node, path => path == "content"))) faults.Add(node.Place.Fault("html_place", "“{0}” stands only between tags.", "content"));
        if (name.StartsWith("on", StringComparison.Ordinal) || LeadElsewhere.Contains(name)) Refuse(place, name);
        else if (name == "style") CheckStyle(value, place, mayHoldColours: true);
        else if (name == "src") CheckPicture(value, place);
        else if (name == "href") CheckLink(value, nodes, place);
    }

    /// <summary>A picture from elsewhere would tell its owner who read the message, and when.</summary>
    private void CheckPicture(string value, Place place)
    {
        if (!value.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) || HtmlSkeleton.HasMark(value))
            faults.Add(place.Fault("html_remote", "Pictures from elsewhere are not allowed: they would tell who read the message. The logo is “cid:logo”."));
    }

    private void CheckLink(string value, List<Node> nodes, Place place)
    {
        var own = HtmlSkeleton.WithoutMarks(value).Trim();
        if (own.Length == 0 && nodes is [var only] && IsPath(only, path => path is "url" || path.EndsWith("_url", StringComparison.Ordinal))) return;
        if (!HtmlSkeleton.HasMark(value.TrimStart()[..Math.Min(1, value.TrimStart().Length)]) && Schemes.Any(scheme => own.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))) return;
        faults.Add(place.Fault("html_link", "A link begins with https:, mailto: or tel:, or is one of the message’s own links, such as “{0}”.", "{{ url }}"));
    }

    private void CheckStyle(string value, Place place, bool mayHoldColours)
    {
        if (FetchingStyles.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase))) Refuse(place, "url()");
        foreach (var node in HtmlSkeleton.MarksIn(value).Select(skeleton.NodeAt))
            if (!mayHoldColours || !IsPath(node, path => path is "brand.accent_color" or "brand.on_accent"))
                faults.Add(node.Place.Fault("html_place", "Of all values, only the brand’s colours can stand in a style."));
    }

    private void RefuseMarks(string text)
    {
        foreach (var node in HtmlSkeleton.MarksIn(text).Select(skeleton.NodeAt))
            faults.Add(node.Place.Fault("html_place", "Values stand only in text and in attributes with quotation marks."));
    }

    private void Refuse(Place place, string what) => faults.Add(place.Fault("html_not_allowed", "“{0}” is not allowed in messages.", what));

    private static bool IsPath(Node node, Func<string, bool> wanted) => node is OutputNode { Value: PathOperand path, Pipes.Count: 0 } && wanted(path.Path);
}
