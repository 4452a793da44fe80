using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>The rules of the link that sets a new password (AC-6).</summary>
internal static class ResetLink
{
    /// <summary>What its token is derived for.</summary>
    public const string Purpose = "password-reset";

    /// <summary>Where it leads.</summary>
    public const string Path = "/reset-password/{token}";

    /// <summary>It is dead at exactly this age.</summary>
    public static TimeSpan ValidFor { get; } = TimeSpan.FromHours(24);

    /// <summary>Why a link cannot be used; null when it can. One that nobody knows has expired as far as we say.</summary>
    public static Refusal? RefusalOf(AccountLink? link) => link switch
    {
        { IsUsed: true } => new ResetLinkUsed(),
        { IsExpired: false, Status: "active" } => null,
        _ => new ResetLinkExpired(),
    };
}
