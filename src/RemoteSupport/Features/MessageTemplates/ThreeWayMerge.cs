using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Brings two changes of the same text together where they do not touch the same lines (MT-3).</summary>
internal static class ThreeWayMerge
{
    /// <summary>All parts; null as soon as one has to be decided by a person.</summary>
    public static MessageTexts? Of(MessageTexts from, MessageTexts mine, MessageTexts theirs)
    {
        var parts = new[] { (from.Subject, mine.Subject, theirs.Subject), (from.Html, mine.Html, theirs.Html), (from.Text, mine.Text, theirs.Text) };
        var merged = Array.ConvertAll(parts, part => part.Item1 is null ? "" : Of(part.Item1, part.Item2, part.Item3));
        return merged.Contains(null) ? null : new(from.Subject is null ? null : merged[0], from.Html is null ? null : merged[1], from.Text is null ? null : merged[2]);
    }

    /// <summary>One text; null where both changed the same lines, each differently.</summary>
    public static string? Of(string from, string? mine, string? theirs)
    {
        var (old, one, other) = (LineDiff.LinesOf(from), LineDiff.LinesOf(mine), LineDiff.LinesOf(theirs));
        var (inOne, inOther) = (LineDiff.Pairs(old, one).ToDictionary(pair => pair.Old, pair => pair.Now), LineDiff.Pairs(old, other).ToDictionary(pair => pair.Old, pair => pair.Now));
        var merged = new List<string>();
        var (a, b, c) = (0, 0, 0);
        for (var at = 0; at <= old.Length; at++)
        {
            var isEnd = at == old.Length;
            if (!isEnd && !(inOne.ContainsKey(at) && inOther.ContainsKey(at))) continue;
            var (nextOne, nextOther) = isEnd ? (one.Length, other.Length) : (inOne[at], inOther[at]);
            if (Decide(old[a..at], one[b..nextOne], other[c..nextOther]) is not { } lines) return null;
            merged.AddRange(lines);
            if (!isEnd) merged.Add(old[at]);
            (a, b, c) = (at + 1, nextOne + 1, nextOther + 1);
        }

        return string.Join('\n', merged);
    }

    private static string[]? Decide(string[] old, string[] one, string[] other)
    {
        if (one.SequenceEqual(old) || one.SequenceEqual(other)) return other;
        return other.SequenceEqual(old) ? one : null;
    }
}
