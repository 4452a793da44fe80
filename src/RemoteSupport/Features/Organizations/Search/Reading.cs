namespace RemoteSupport.Features.Organizations.Search;

/// <summary>What a word of a query can stand for.</summary>
/// <param name="Word">As it was typed, folded.</param>
/// <param name="Starts">How many names have a word that begins with it; counted up to <see cref="Lexicon.Many"/>.</param>
/// <param name="Parts">How many have a word that it is a part of; counted as far.</param>
internal sealed record Reading(string Word, int Starts, int Parts)
{
    /// <summary>The words that were meant, when it was mistyped.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    // A word is letters and digits only, so that nothing in it has a meaning in a pattern.

    /// <summary>Fits names with a word that begins with it.</summary>
    public string StartPattern => " " + Word;

    /// <summary>Fits names that it is a part of, or that have a word that was meant.</summary>
    public string PartPattern => Spellings.Count == 0 ? Word : $" ({string.Join('|', Spellings)}) ";

    public bool IsMistyped => Spellings.Count > 0;
}
