using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Limits;

/// <summary>How long what is given out in a tenant may last (TN-5).</summary>
/// <param name="LongestAccess">The longest access that a supporter may ask for and an owner may give (RA-4).</param>
/// <param name="InvitationLifetime">How long the link of an invitation to a call can be used.</param>
/// <param name="MediaKeptFor">How long recordings, pictures and files of calls are kept (ML-1).</param>
public sealed record TenantLimits(TimeSpan LongestAccess, TimeSpan InvitationLifetime, TimeSpan MediaKeptFor)
{
    internal const string Sql = "select longest_access, invitation_lifetime, media_kept_for from tenant_settings";

    /// <summary>A sign of what stands there, for a form to carry: so of two who save at once the second is told.</summary>
    public string Sign => $"{IsoDuration.Write(LongestAccess)} {IsoDuration.Write(InvitationLifetime)} {IsoDuration.Write(MediaKeptFor)}";
}

/// <summary>The limits as the API shows them: ISO 8601 durations.</summary>
public sealed record LimitsAnswer(string LongestAccess, string InvitationLifetime, string MediaKeptFor)
{
    internal static LimitsAnswer Of(TenantLimits limits) => new(IsoDuration.Write(limits.LongestAccess), IsoDuration.Write(limits.InvitationLifetime), IsoDuration.Write(limits.MediaKeptFor));
}
