using System.Buffers.Binary;
using Bogus;

namespace RemoteSupport.Demo;

/// <summary>Ids shaped like UUID version 7 that are the same every time: counted milliseconds of a fixed day, and bits of a seeded generator.</summary>
internal sealed class DemoIds(int seed, DateTimeOffset from)
{
    private readonly Randomizer bits = new(seed);
    private long milliseconds = from.ToUnixTimeMilliseconds();

    public Guid Next()
    {
        var bytes = bits.Bytes(16);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (++milliseconds << 16) | (uint)(bytes[6] << 8) | bytes[7]);
        bytes[6] = (byte)(bytes[6] & 0x0f | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
