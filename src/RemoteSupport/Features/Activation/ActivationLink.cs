using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Activation;

/// <summary>The rules of the link that activates an invited account (OR-2).</summary>
internal static class ActivationLink
{
    /// <summary>What its token is derived for.</summary>
    public const string Purpose = "activation";

    /// <summary>Where it leads.</summary>
    public const string Path = "/activate/{token}";

    /// <summary>It is dead at exactly this age.</summary>
    public static TimeSpan ValidFor { get; } = TimeSpan.FromDays(7);

    /// <summary>Why a link cannot be used; null when it can. One that nobody knows has expired as far as we say.</summary>
    public static Refusal? RefusalOf(AccountLink? link) => link switch
    {
        { IsUsed: true } => new ActivationLinkUsed(),
        { IsExpired: false, Status: "invited" } => null,
        _ => new ActivationLinkExpired(),
    };

    /// <summary>Whether a dead link can still bring a new one: only while its account waits.</summary>
    public static bool IsRenewable(AccountLink? link) => link is { IsExpired: true, Status: "invited" };
}
