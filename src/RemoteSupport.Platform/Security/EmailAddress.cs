using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// An e-mail address that can be written to (SC-5): a dot-atom, "@", and a domain name with a dot; letters of every script.
/// Quoted local parts, comments and address literals are refused. Two are equal if their <see cref="Key"/> is.
/// </summary>
public sealed class EmailAddress : IEquatable<EmailAddress>
{
    // RFC 5321 4.5.3.1.1, and 4.5.3.1.3 without the two angle brackets of a path; in bytes of UTF-8 (RFC 6531 3.3).
    private const int MaximumBytes = 254;
    private const int MaximumLocalBytes = 64;

    private EmailAddress(string text, string localPart, string domain)
    {
        Text = text;
        LocalPart = localPart;
        Domain = domain;
        Key = $"{Fold(localPart)}@{domain}";
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>What stands before the "@", as it was written.</summary>
    public string LocalPart { get; }

    /// <summary>The domain as DNS knows it: ASCII, lower case.</summary>
    public string Domain { get; }

    /// <summary>The same for all spellings of the address; for comparing and finding, not for sending.</summary>
    public string Key { get; }

    /// <summary>Reads an address exactly as given: surrounding space is not part of one. Never throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        var fits = text is { Length: <= MaximumBytes } && Encoding.UTF8.GetByteCount(text) <= MaximumBytes;
        address = fits ? Parse(text!) : null;
        return address is not null;
    }

    /// <summary>The <see cref="Key"/> of an address; any other text is trimmed and folded in the same way. Never throws.</summary>
    public static string KeyOf(string text)
    {
        var trimmed = text.Trim();
        return TryParse(trimmed, out var address) ? address.Key : Fold(trimmed);
    }

    /// <inheritdoc/>
    public bool Equals(EmailAddress? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmailAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The address as it was written.</summary>
    public override string ToString() => Text;

    private static EmailAddress? Parse(string text)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0 || !DotAtom.Matches(text[..at]) || Encoding.UTF8.GetByteCount(text[..at]) > MaximumLocalBytes)
            return null;

        return DomainName.ToAscii(text[(at + 1)..]) is { } domain ? new EmailAddress(text, text[..at], domain) : null;
    }

    private static string Fold(string text) => WellFormed.Text(text).Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
