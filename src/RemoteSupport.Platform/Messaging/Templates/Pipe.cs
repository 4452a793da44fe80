namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>One of Scriban's string functions, with its semantics (Scriban, built-in functions, "string").</summary>
internal sealed record Pipe(string Name, int Length = 0)
{
    public const string Truncate = "string.truncate";
    private const string Ellipsis = "...";

    public static IReadOnlyList<string> Names { get; } = ["string.upcase", "string.downcase", "string.capitalize", Truncate];

    public string Apply(string text) => Name switch
    {
        "string.upcase" => text.ToUpperInvariant(),
        "string.downcase" => text.ToLowerInvariant(),
        "string.capitalize" => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..],
        Truncate => text.Length <= Length ? text : Start(text, Length - Ellipsis.Length) + Ellipsis,
        _ => throw new InvalidOperationException($"The parser let {Name} through."),
    };

    /// <summary>A character above U+FFFF is not cut in two: half of one cannot be sent.</summary>
    private static string Start(string text, int length)
    {
        if (length <= 0) return "";
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
