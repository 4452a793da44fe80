using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>What differs in a part of two texts.</summary>
/// <param name="Label">What people call the part.</param>
/// <param name="Lines">What was removed and added, with a little of what is around it; null stands for lines that are the same.</param>
public sealed record PartDiff(string Label, IReadOnlyList<DiffLine?> Lines);

/// <summary>Compares two texts of a message, part by part.</summary>
internal static class TemplateDiff
{
    private const int Around = 2;

    /// <summary>The parts that differ.</summary>
    public static IReadOnlyList<PartDiff> Of(MessageTexts before, MessageTexts after, string channel, TemplateWords words)
    {
        var parts = new[] { ("subject", before.Subject, after.Subject), ("html", before.Html, after.Html), ("text", before.Text, after.Text) };
        return
        [
            .. parts.Select(part => (Label: words.Part(part.Item1, channel), Lines: LineDiff.Of(part.Item2, part.Item3)))
                .Where(part => part.Lines.Any(line => line.Change != LineChange.Same)).Select(part => new PartDiff(part.Label, [.. Shortened(part.Lines)])),
        ];
    }

    private static IEnumerable<DiffLine?> Shortened(IReadOnlyList<DiffLine> lines)
    {
        var isNear = Enumerable.Range(0, lines.Count).Select(at => lines.Skip(at - Around).Take(Around + 1 + Math.Min(at, Around)).Any(line => line.Change != LineChange.Same)).ToArray();
        for (var at = 0; at < lines.Count; at++)
        {
            if (isNear[at]) yield return lines[at];
            else if (at == 0 || isNear[at - 1]) yield return null;
        }
    }
}
