using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>What was typed or pasted into the box (SC-5): addresses, and what is none. A comma, a semicolon, a space or a line parts them.</summary>
internal sealed record TypedContacts(IReadOnlyList<string> Good, IReadOnlyList<string> Bad)
{
    public static TypedContacts Read(string? typed)
    {
        var parts = (typed ?? "").Split([',', ';', .. Spaces], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new([.. parts.Where(IsAddress)], [.. parts.Where(part => !IsAddress(part))]);
    }

    /// <summary>What stays in the box once the addresses are taken out: as it was typed, where nothing was taken.</summary>
    public string Rest(string? typed) => Good.Count == 0 ? typed ?? "" : string.Join(", ", Bad);

    private static readonly char[] Spaces = [.. Enumerable.Range(0, 0x3001).Select(code => (char)code).Where(char.IsWhiteSpace)];

    private static bool IsAddress(string part) => EmailAddress.TryParse(part, out _);
}
