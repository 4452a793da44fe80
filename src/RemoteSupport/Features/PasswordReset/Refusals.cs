using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Older than 24 hours, replaced by a newer one, or none of ours (AC-6).</summary>
public sealed record ResetLinkExpired() : Refusal("link_expired", 410, "This link is no longer valid. Please ask for a new one.");

/// <summary>A link sets a password once (AC-6).</summary>
public sealed record ResetLinkUsed() : Refusal("link_used", 410, "This link has already been used. Please ask for a new one.");
