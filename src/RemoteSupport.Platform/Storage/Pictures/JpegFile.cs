namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>
/// A JPEG (ITU T.81) as browsers show it: frame, tables and scans stay, each held against its own length; comments, previews, places and profiles go, and all that hangs
/// behind the end. Of what cameras say only the turn is kept, written anew.
/// </summary>
internal sealed class JpegFile(JpegReader reader, int longestSide)
{
    private const byte EndOfImage = 0xd9;
    private readonly List<byte> output = [];
    private (int Width, int Height)? frame;
    private bool hasScan;

    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith<byte>([0xff, 0xd8, 0xff]);

    public static Picture Rewrite(byte[] content, int longestSide) => new JpegFile(new JpegReader(content), longestSide).Rewrite();

    private Picture Rewrite()
    {
        output.AddRange([0xff, 0xd8]);
        for (var marker = reader.Marker(); marker != EndOfImage; marker = reader.Marker()) Take(marker, reader.Segment());
        if (frame is not var (width, height) || !hasScan) throw new InvalidDataException("A JPEG without a picture.");
        output.AddRange([0xff, EndOfImage]);
        return new("image/jpeg", width, height, [.. output]);
    }

    private void Take(byte marker, ReadOnlyMemory<byte> segment)
    {
        switch (marker)
        {
            case 0xc0 or 0xc1 or 0xc2: TakeFrame(marker, segment); break;
            case 0xdb or 0xc4 or 0xdd when JpegTables.IsWhole(marker, segment.Span): Write(marker, segment.Span); break;
            case 0xda: TakeScan(segment); break;
            case 0xe1 when JpegTurn.Of(segment.Span) is { } turn: Write(marker, JpegTurn.Segment(turn)); break;
            // Says how the colours are to be read; without it some pictures would be shown as negatives.
            case 0xee when segment.Length >= 12 && segment.Span.StartsWith("Adobe"u8): Write(marker, segment.Span[..12]); break;
            case >= 0xe0 and <= 0xef or 0xfe: break;
            default: throw new InvalidDataException($"The segment {marker:x2} is unknown or not whole.");
        }
    }

    private void TakeFrame(byte marker, ReadOnlyMemory<byte> segment)
    {
        var found = JpegTables.SizeOf(segment.Span);
        if (frame is not null) throw new InvalidDataException("A JPEG with two pictures.");
        if (Math.Max(found.Width, found.Height) > longestSide) throw new PictureTooLongException();
        frame = found;
        Write(marker, segment.Span);
    }

    private void TakeScan(ReadOnlyMemory<byte> segment)
    {
        if (frame is null || segment.Length < 1 || segment.Length != 4 + 2 * segment.Span[0]) throw new InvalidDataException("A scan without its frame.");
        Write(0xda, segment.Span);
        output.AddRange(reader.Scan().Span);
        hasScan = true;
    }

    private void Write(byte marker, ReadOnlySpan<byte> segment)
    {
        var length = segment.Length + 2;
        output.AddRange([0xff, marker, (byte)(length >> 8), (byte)length]);
        output.AddRange(segment);
    }
}
