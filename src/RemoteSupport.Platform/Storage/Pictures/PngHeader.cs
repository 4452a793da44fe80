using System.Buffers.Binary;
using System.IO.Compression;

namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>What a PNG says of its pixels: so its lines are known before one of them is unpacked.</summary>
internal sealed record PngHeader(int Width, int Height, int BitsPerPixel, bool HasPalette, bool IsInterlaced)
{
    private const int LastFilter = 4;

    // Where each pass of Adam7 begins and how far it steps: x, y, then the steps.
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static PngHeader Read(PngChunk chunk)
    {
        var data = chunk.Data.Span;
        if (chunk.Type != "IHDR" || data.Length != 13) throw new InvalidDataException("A PNG begins with its header.");
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
        var samples = SamplesOf(colour: data[9], depth: data[8]);
        if (width < 1 || height < 1 || samples == 0 || data[10] != 0 || data[11] != 0 || data[12] > 1) throw new InvalidDataException("The header is none.");
        return new(width, height, samples * data[8], data[9] == 3, data[12] == 1);
    }

    /// <summary>Unpacks the pixels line by line, holds each against the header, and packs them again. What else was hidden in the stream stays behind.</summary>
    public byte[] Repack(IEnumerable<PngChunk> chunks)
    {
        using var packed = new MemoryStream([.. chunks.SelectMany(chunk => chunk.Data.ToArray())]);
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        using var output = new MemoryStream();
        using (var anew = new ZLibStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
            foreach (var (length, count) in Lines()) Copy(lines, anew, new byte[1 + length], count);
        return lines.ReadByte() == -1 ? output.ToArray() : throw new InvalidDataException("There are more lines than the header says.");
    }

    private static void Copy(Stream from, Stream to, byte[] line, int count)
    {
        for (var at = 0; at < count; at++)
        {
            from.ReadExactly(line);
            if (line[0] > LastFilter) throw new InvalidDataException("A line has a filter that is unknown.");
            to.Write(line);
        }
    }

    /// <summary>The bytes of a line without its filter, and how many such lines; pass by pass.</summary>
    private IEnumerable<(int Length, int Count)> Lines() => IsInterlaced
        ? from pass in Adam7
          let width = Steps(Width, pass.X, pass.StepX)
          let height = Steps(Height, pass.Y, pass.StepY)
          where width > 0 && height > 0
          select (BytesOf(width), height)
        : [(BytesOf(Width), Height)];

    private int BytesOf(int pixels) => (pixels * BitsPerPixel + 7) / 8;

    private static int Steps(int side, int start, int step) => (side - start + step - 1) / step;

    /// <summary>Samples a pixel; 0 where colour and depth do not go together.</summary>
    private static int SamplesOf(byte colour, byte depth) => (colour, depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => 1,
        (2, 8 or 16) => 3,
        (4, 8 or 16) => 2,
        (6, 8 or 16) => 4,
        _ => 0,
    };
}
