using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// A hash made with fewer rounds is refused faster. Without catching up, all accounts that have not signed in since the rounds grew
/// could be told from addresses without an account (AC-3).
/// </summary>
internal static class PasswordRounds
{
    // Version 3 of ASP.NET Core Identity's format: marker (1) | function (4) | rounds (4) | …
    private const int Offset = 5;

    internal static int Of(string hash) => BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(Offset));

    /// <summary>Works the rounds that checking this hash lacked.</summary>
    internal static void CatchUp(string hash, int rounds)
    {
        var missing = rounds - Of(hash);
        if (missing > 0)
            _ = Rfc2898DeriveBytes.Pbkdf2("", new byte[16], missing, HashAlgorithmName.SHA512, 32);
    }
}
