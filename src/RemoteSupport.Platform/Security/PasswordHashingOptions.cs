using System.ComponentModel.DataAnnotations;

namespace RemoteSupport.Platform.Security;

/// <summary>The cost of a password hash and how many may be asked for at once; the section "Passwords".</summary>
public sealed class PasswordHashingOptions
{
    /// <summary>
    /// Rounds of PBKDF2-SHA512. Raising it renews each hash at its owner's next sign-in (AC-7);
    /// lowering it makes addresses with an account measurable (AC-3).
    /// </summary>
    [Range(1_000, 10_000_000)]
    public int Iterations { get; set; } = 210_000;

    /// <summary>How many may wait for a free core before the next is turned away.</summary>
    [Range(0, 10_000)]
    public int QueueLimit { get; set; } = 32;
}
