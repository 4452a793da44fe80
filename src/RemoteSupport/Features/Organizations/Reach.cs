using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Organizations;

/// <summary>Which organizations somebody can speak of.</summary>
internal static class Reach
{
    /// <summary>Partner users: every one of the tenant. Whoever is inside one: that one.</summary>
    public static bool MayReach(this Caller caller, Guid organizationId) => caller.SignedIn.Inside is not { } inside || inside == organizationId;

    /// <summary>On the partner's side, not inside an organization.</summary>
    public static bool IsPartner(this Caller caller) => caller.SignedIn.Inside is null;
}
