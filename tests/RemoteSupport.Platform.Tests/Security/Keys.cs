using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Tests.Security;

/// <summary>Keys and ids that are the same in every run.</summary>
internal static class Keys
{
    internal static readonly Guid TenantA = new("0198a000-0000-7000-8000-00000000000a");
    internal static readonly Guid TenantB = new("0198a000-0000-7000-8000-00000000000b");
    internal static readonly Guid Id = new("0198a000-0000-7000-8000-000000000001");

    internal static MasterKey Master(byte fill = 7) => new(Enumerable.Repeat(fill, MasterKey.Size).ToArray());
}
