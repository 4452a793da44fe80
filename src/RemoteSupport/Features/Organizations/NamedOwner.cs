namespace RemoteSupport.Features.Organizations;

/// <summary>Who shall own an organization (OR-2).</summary>
/// <param name="Name">As others see it.</param>
/// <param name="Email">Where the activation mail goes.</param>
public sealed record NamedOwner(string? Name, string? Email);
