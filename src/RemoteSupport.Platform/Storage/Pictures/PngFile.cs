namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>A PNG (ISO 15948): header, palette, transparency and pixels stay, the pixels packed afresh; every other chunk and all that hangs behind the end goes.</summary>
internal static class PngFile
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    public static Picture Rewrite(byte[] content, int longestSide)
    {
        var chunks = PngChunk.ReadAll(content.AsMemory(Signature.Length));
        var header = PngHeader.Read(chunks[0]);
        if (Math.Max(header.Width, header.Height) > longestSide) throw new PictureTooLongException();

        using var output = new MemoryStream();
        output.Write(Signature);
        chunks[0].WriteTo(output);
        foreach (var chunk in Colours(chunks, header)) chunk.WriteTo(output);
        new PngChunk("IDAT", header.Repack(chunks.Where(chunk => chunk.Type == "IDAT"))).WriteTo(output);
        new PngChunk("IEND", default).WriteTo(output);
        return new("image/png", header.Width, header.Height, output.ToArray());
    }

    /// <summary>The palette and what in it, or beside it, is transparent.</summary>
    private static IEnumerable<PngChunk> Colours(IReadOnlyList<PngChunk> chunks, PngHeader header)
    {
        var (palettes, transparencies) = (chunks.Where(chunk => chunk.Type == "PLTE").ToList(), chunks.Where(chunk => chunk.Type == "tRNS").ToList());
        var isWhole = palettes.Count <= 1 && transparencies.Count <= 1
            && palettes.All(palette => palette.Data.Length is > 0 and <= 768 && palette.Data.Length % 3 == 0)
            && transparencies.All(transparency => transparency.Data.Length is > 0 and <= 256)
            && (palettes.Count == 1 || !header.HasPalette);
        return isWhole ? palettes.Concat(transparencies) : throw new InvalidDataException("The palette is not whole.");
    }
}
