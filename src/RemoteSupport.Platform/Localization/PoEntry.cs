namespace RemoteSupport.Platform.Localization;

/// <summary>One entry of a PO file: a key and its translation, in as many forms as the file numbers.</summary>
internal sealed record PoEntry
{
    public string? Context { get; init; }
    public required string Id { get; init; }
    public string? PluralId { get; init; }
    /// <summary>The forms by their number; an empty one is not translated.</summary>
    public required IReadOnlyList<string> Forms { get; init; }
    public IReadOnlyList<string> Flags { get; init; } = [];
    /// <summary>The line of its <c>msgid</c>.</summary>
    public int Line { get; init; }

    public bool IsFuzzy => Flags.Contains("fuzzy");
    public bool IsHeader => Id.Length == 0 && Context is null;

    /// <summary>The form of a number, or null where it is not translated.</summary>
    public string? Form(int number) => number < Forms.Count && Forms[number].Length > 0 ? Forms[number] : null;
}
