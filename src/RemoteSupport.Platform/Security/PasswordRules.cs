namespace RemoteSupport.Platform.Security;

/// <summary>What a new password must be (AC-7): long enough, not common, not the account's own name. No composition rules.</summary>
public static class PasswordRules
{
    /// <summary>In code points after NFKC.</summary>
    public const int MinimumLength = 10;

    /// <summary>In code points after NFKC.</summary>
    public const int MaximumLength = 128;

    // A shorter local part or name ("anna", "info") may well be part of a good password.
    private const int TellingLength = 5;

    /// <summary>The first rule that the password breaks, or null.</summary>
    public static PasswordFlaw? FlawOf(string password, EmailAddress? address = null, string? name = null)
    {
        if (PasswordText.IsBeyondMeasure(password))
            return PasswordFlaw.TooLong;

        var folded = PasswordText.Fold(password);
        return PasswordText.LengthOf(PasswordText.Normalize(password)) switch
        {
            < MinimumLength => PasswordFlaw.TooShort,
            > MaximumLength => PasswordFlaw.TooLong,
            _ when CommonPasswords.Covers(folded) => PasswordFlaw.TooCommon,
            _ when Holds(folded, address) => PasswordFlaw.ContainsAddress,
            _ when HoldsName(folded, name) => PasswordFlaw.ContainsName,
            _ => null,
        };
    }

    private static bool Holds(string folded, EmailAddress? address) =>
        address is not null
        && (HoldsTelling(folded, PasswordText.Fold(address.LocalPart))
            || HoldsTelling(folded, PasswordText.Fold(address.Text)));

    // With and without what stands between the words: "Anna Rossi", "anna.rossi", "annarossi".
    private static bool HoldsName(string folded, string? name) =>
        name is not null && HoldsTelling(OnlyLetters(folded), OnlyLetters(PasswordText.Fold(name)));

    private static bool HoldsTelling(string folded, string part) =>
        PasswordText.LengthOf(part) >= TellingLength && folded.Contains(part, StringComparison.Ordinal);

    private static string OnlyLetters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
