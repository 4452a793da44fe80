using System.Security.Cryptography;

namespace RemoteSupport.Platform.Security;

/// <summary>A random token of 256 bits: the text goes to its holder once, the hash is stored.</summary>
public sealed class OpaqueToken
{
    private OpaqueToken(string text) => Text = text;

    /// <summary>43 characters for the holder; never stored and never logged.</summary>
    public string Text { get; }

    /// <summary>The SHA-256 of the text, to be stored.</summary>
    public byte[] Hash => TokenText.HashOf(Text);

    /// <summary>A token that nobody had before.</summary>
    public static OpaqueToken New() => new(TokenText.Of(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The hash to look up for a token as it came in; false for what cannot be a token. Never throws.</summary>
    public static bool TryHash(string? token, out byte[] hash) => TokenText.TryHash(token, out hash);

    /// <summary>Never the token.</summary>
    public override string ToString() => nameof(OpaqueToken);
}
