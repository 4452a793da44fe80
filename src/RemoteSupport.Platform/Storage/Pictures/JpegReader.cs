using System.Buffers.Binary;

namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>Goes through a JPEG from marker to marker; what is missing ends it.</summary>
internal sealed class JpegReader(byte[] content)
{
    // Behind the start of the image.
    private int at = 2;

    /// <summary>The next marker; any number of 0xff may stand before it.</summary>
    public byte Marker()
    {
        if (Next() != 0xff) throw new InvalidDataException("A marker is missing.");
        var marker = Next();
        while (marker == 0xff) marker = Next();
        return marker;
    }

    /// <summary>What belongs to a marker, without its length.</summary>
    public ReadOnlyMemory<byte> Segment()
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at));
        var segment = content.AsMemory(at + 2, length - 2);
        at += length;
        return segment;
    }

    /// <summary>The packed pixels up to the next marker; a 0xff among them has a zero behind it, or a restart's mark.</summary>
    public ReadOnlyMemory<byte> Scan()
    {
        var start = at;
        while (!IsMarker(at)) at++;
        return content.AsMemory(start, at - start);
    }

    private bool IsMarker(int index)
    {
        if (index + 1 >= content.Length) throw new EndOfStreamException();
        return content[index] == 0xff && content[index + 1] is not (0x00 or >= 0xd0 and <= 0xd7);
    }

    private byte Next() => at < content.Length ? content[at++] : throw new EndOfStreamException();
}
