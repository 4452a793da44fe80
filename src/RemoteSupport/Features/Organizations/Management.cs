namespace RemoteSupport.Features.Organizations;

/// <summary>Who manages an organization (OR-1), and so how the partner enters it.</summary>
internal static class Management
{
    /// <summary>Partner users enter at once, as owner (RA-2).</summary>
    public const string ServiceProvider = "service_provider";

    /// <summary>Its owner lets partner users in (RA-3).</summary>
    public const string Customer = "customer";
}
