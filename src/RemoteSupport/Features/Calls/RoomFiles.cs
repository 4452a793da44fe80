using RemoteSupport.Features.MediaLibrary;

namespace RemoteSupport.Features.Calls;

/// <summary>What people may send each other in a call.</summary>
internal static class RoomFiles
{
    /// <summary>As rooms are told; the server judges by content.</summary>
    public static RoomFileRules Rules { get; } = new(MediaRules.LargestFile, MediaRules.Accept);
}
