using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Limits;

/// <summary>How long what is given out in a tenant may last (TN-5).</summary>
/// <param name="LongestAccess">The longest access that a supporter may ask for and an owner may give (RA-4).</param>
/// <param name="InvitationLifetime">How long the link of an invitation to a call can be used.</param>
public sealed record TenantLimits(TimeSpan LongestAccess, TimeSpan InvitationLifetime)
{
    /// <summary>A sign of what stands there, for a form to carry: so of two who save at once the second is told.</summary>
    public string Sign => $"{IsoDuration.Write(LongestAccess)} {IsoDuration.Write(InvitationLifetime)}";
}

/// <summary>The limits as the API shows them: ISO 8601 durations.</summary>
public sealed record LimitsAnswer(string LongestAccess, string InvitationLifetime)
{
    internal static LimitsAnswer Of(TenantLimits limits) => new(IsoDuration.Write(limits.LongestAccess), IsoDuration.Write(limits.InvitationLifetime));
}
