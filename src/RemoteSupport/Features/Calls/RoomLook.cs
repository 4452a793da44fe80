namespace RemoteSupport.Features.Calls;

/// <summary>What the parts of a room's page differ by.</summary>
/// <param name="IsHost">The inviter's side.</param>
/// <param name="Other">The other side's name.</param>
public sealed record RoomLook(bool IsHost, string Other);
