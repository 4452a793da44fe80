using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Activation;

/// <summary>Older than 7 days, replaced by a newer one, or none of ours (OR-2).</summary>
public sealed record ActivationLinkExpired() : Refusal("link_expired", 410, "This activation link is no longer valid.");

/// <summary>A link activates an account once (OR-2).</summary>
public sealed record ActivationLinkUsed() : Refusal("link_used", 410, "This activation link has already been used.");
