using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Shared;

/// <summary>It is found, but nobody enters it (OR-5).</summary>
public sealed record SuspendedOrganization() : Refusal("organization_suspended", 409, "This organization is suspended. Nobody can enter it at the moment.");
