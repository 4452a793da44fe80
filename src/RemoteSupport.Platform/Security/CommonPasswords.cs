using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// Common passwords, words and names in four languages (common-passwords.mjs makes the list when the project is built).
/// A password is common if
/// <list type="number">
/// <item>it is in the list, ignoring case, or</item>
/// <item>the word left without all digits, signs and spaces around it is in the list and is half of it or more, or</item>
/// <item>it repeats something shorter than a password may be.</item>
/// </list>
/// </summary>
internal static class CommonPasswords
{
    // As common-passwords.mjs has it: shorter words are not in the list.
    private const int ShortestWord = 6;

    private static readonly ulong[] List = Load();

    internal static int Count => List.Length;

    internal static bool Covers(string folded) =>
        IsListed(folded) || IsDecorated(folded, WordIn(folded)) || RepeatedPartOf(folded).Length < PasswordRules.MinimumLength;

    private static bool IsDecorated(string folded, string word) =>
        word.Length >= ShortestWord && word.Length * 2 >= folded.Length && IsListed(word);

    private static string WordIn(string folded)
    {
        var start = Array.FindIndex(folded.ToCharArray(), char.IsLetter);
        var end = Array.FindLastIndex(folded.ToCharArray(), char.IsLetter);
        return start < 0 ? "" : folded[start..(end + 1)];
    }

    // A text stands inside its own double, at a place before its end, only if it is a repetition.
    private static string RepeatedPartOf(string folded) => folded[..(folded + folded).IndexOf(folded, 1, StringComparison.Ordinal)];

    private static bool IsListed(string folded) => Array.BinarySearch(List, Fingerprint(folded)) >= 0;

    private static ulong Fingerprint(string folded) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));

    private static ulong[] Load()
    {
        using var resource = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords")
            ?? throw new InvalidOperationException("The list of common passwords was not embedded.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);

        var list = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < list.Length; i++)
            list[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)));
        return list;
    }
}
