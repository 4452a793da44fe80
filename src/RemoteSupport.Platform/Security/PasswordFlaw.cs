namespace RemoteSupport.Platform.Security;

/// <summary>Why a password may not be chosen (AC-7); the sentence for it belongs to whoever shows it.</summary>
public enum PasswordFlaw
{
    /// <summary>Fewer than <see cref="PasswordRules.MinimumLength"/> characters.</summary>
    TooShort,

    /// <summary>More than <see cref="PasswordRules.MaximumLength"/> characters.</summary>
    TooLong,

    /// <summary>A common password or a single word, also with something put around it or repeated.</summary>
    TooCommon,

    /// <summary>Holds the account's address, or what stands before its "@".</summary>
    ContainsAddress,

    /// <summary>Holds the person's name.</summary>
    ContainsName,
}
