using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>The one form in which a password is measured, compared and hashed: NFKC, so that every keyboard gives the same.</summary>
internal static class PasswordText
{
    // Longer ones are refused before any work: 128 characters written in the most wasteful way stay far below.
    private const int Limit = 2048;

    internal static bool IsBeyondMeasure(string password) => password.Length > Limit;

    internal static string Normalize(string password) => WellFormed.Text(password).Normalize(NormalizationForm.FormKC);

    internal static string Fold(string text) => Normalize(text).ToLowerInvariant();

    /// <summary>In code points.</summary>
    internal static int LengthOf(string text) => text.EnumerateRunes().Count();
}
