using System.Text;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>
/// A template's HTML as a parser can read it: all branches one after another, a mark for each value and for each edge of a block. A mark holds
/// spaces, so that one in an attribute without quotation marks falls apart, as a value would.
/// </summary>
internal sealed partial class HtmlSkeleton
{
    private const char Begin = '\uE000';
    private const char End = '\uE001';
    private readonly StringBuilder html = new();
    private readonly List<Node> marked = [];
    private readonly List<(int Start, TextNode Text)> texts = [];

    public HtmlSkeleton(IReadOnlyList<Node> nodes)
    {
        Add(nodes);
        // Where this one is not found in a text, something before it was never closed.
        Mark(new TextNode(new(1, 1), ""));
    }

    public string Html => html.ToString();

    /// <summary>How many marks there are; the last one is the end.</summary>
    public int Count => marked.Count;

    public static bool HasMark(string text) => text.Contains(Begin) || text.Contains(End);

    /// <summary>What stands at a mark: an <see cref="OutputNode"/>, or a block for its edges.</summary>
    public Node NodeAt(int mark) => marked[mark];

    /// <summary>The whole marks in a text, by number.</summary>
    public static IEnumerable<int> MarksIn(string text) => Marks().Matches(text).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The text without its marks.</summary>
    public static string WithoutMarks(string text) => Marks().Replace(text, "");

    /// <summary>Where a place of the skeleton stands in the source.</summary>
    public Place PlaceOf(int index)
    {
        if (texts.FindLastIndex(one => one.Start <= index) is var at && at < 0) return new(1, 1);
        var (start, text) = texts[at];
        var (line, column) = (text.Place.Line, text.Place.Column);
        foreach (var letter in text.Text.AsSpan(0, Math.Clamp(index - start, 0, text.Text.Length)))
            (line, column) = letter == '\n' ? (line + 1, 1) : (line, column + 1);
        return new(line, column);
    }

    private void Add(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes) Add(node);
    }

    private void Add(Node node)
    {
        switch (node)
        {
            case TextNode text:
                texts.Add((html.Length, text));
                html.Append(text.Text.Replace(Begin, ' ').Replace(End, ' '));
                break;
            case OutputNode output:
                Mark(output);
                break;
            case IfNode choice:
                foreach (var branch in choice.Branches) AddBlock(choice, branch.Body);
                break;
            case ForNode loop:
                AddBlock(loop, loop.Body);
                break;
        }
    }

    private void AddBlock(Node block, IReadOnlyList<Node> body)
    {
        Mark(block);
        Add(body);
        Mark(block);
    }

    private void Mark(Node node)
    {
        html.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Begin} {marked.Count} {End}");
        marked.Add(node);
    }

    [GeneratedRegex("\uE000 ([0-9]+) \uE001")]
    private static partial Regex Marks();
}
