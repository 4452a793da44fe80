namespace RemoteSupport.Platform.Security;

/// <summary>What comparing a password with a stored hash says.</summary>
public enum PasswordCheck
{
    /// <summary>Not this password, or no account.</summary>
    Wrong,

    /// <summary>The password is right.</summary>
    Right,

    /// <summary>The password is right, and its hash should be made anew because the parameters grew.</summary>
    RightButOld,
}
