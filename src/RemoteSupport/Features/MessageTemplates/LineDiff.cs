namespace RemoteSupport.Features.MessageTemplates;

/// <summary>What became of a line.</summary>
public enum LineChange
{
    /// <summary>In both texts.</summary>
    Same,

    /// <summary>Only in the earlier one.</summary>
    Removed,

    /// <summary>Only in the later one.</summary>
    Added,
}

/// <summary>A line of two texts that are compared.</summary>
public sealed record DiffLine(LineChange Change, string Text);

/// <summary>Compares two texts line by line: the longest lines in common stay, the rest was removed or added.</summary>
internal static class LineDiff
{
    /// <summary>Two texts of which so much differs are shown one after the other; nobody compares them by eye, and the table would grow large.</summary>
    private const int LargestTable = 4_000_000;

    /// <summary>All lines, in order; what was removed before what was added.</summary>
    public static IReadOnlyList<DiffLine> Of(string? before, string? after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        var lines = new List<DiffLine>();
        var (i, j) = (0, 0);
        foreach (var (oldAt, nowAt) in Pairs(old, now).Append((old.Length, now.Length)))
        {
            while (i < oldAt) lines.Add(new(LineChange.Removed, old[i++]));
            while (j < nowAt) lines.Add(new(LineChange.Added, now[j++]));
            if (oldAt < old.Length) lines.Add(new(LineChange.Same, old[i++]));
            j++;
        }

        return lines;
    }

    /// <summary>A text's lines; none where there is no text.</summary>
    public static string[] LinesOf(string? text) => string.IsNullOrEmpty(text) ? [] : text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Where the lines in common stand in each text, in order.</summary>
    public static IReadOnlyList<(int Old, int Now)> Pairs(string[] old, string[] now)
    {
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start]) start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        return
        [
            .. Enumerable.Range(0, start).Select(at => (at, at)),
            .. Middle(old[start..^end], now[start..^end]).Select(pair => (pair.Old + start, pair.Now + start)),
            .. Enumerable.Range(1, end).Reverse().Select(at => (old.Length - at, now.Length - at)),
        ];
    }

    private static IEnumerable<(int Old, int Now)> Middle(string[] old, string[] now)
    {
        if ((long)old.Length * now.Length > LargestTable) yield break;
        var common = CommonLengths(old, now);
        for (var (i, j) = (0, 0); i < old.Length && j < now.Length;)
        {
            if (old[i] == now[j]) yield return (i++, j++);
            else if (common[i + 1, j] >= common[i, j + 1]) i++;
            else j++;
        }
    }

    /// <summary>How many lines the rests of both texts, from each place on, can have in common.</summary>
    private static int[,] CommonLengths(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
