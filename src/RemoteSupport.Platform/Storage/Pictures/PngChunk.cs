using System.Buffers.Binary;
using System.Text;

namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>A piece of a PNG: length, type, data, checksum.</summary>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Data)
{
    private const int Frame = 12;
    private static readonly string[] Necessary = ["IHDR", "PLTE", "IDAT", "IEND"];

    private static readonly System.Buffers.SearchValues<byte> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private bool IsUnknownButNecessary => char.IsAsciiLetterUpper(Type[0]) && !Necessary.Contains(Type);

    /// <summary>All of them up to the end, whose checksums are right and which are known where they have to be.</summary>
    public static IReadOnlyList<PngChunk> ReadAll(ReadOnlyMemory<byte> content)
    {
        var chunks = new List<PngChunk>();
        do
        {
            var chunk = Read(content.Span);
            chunks.Add(new PngChunk(chunk.Type, content.Slice(8, chunk.Length)));
            if (chunks[^1].IsUnknownButNecessary) throw new InvalidDataException($"The chunk {chunk.Type} is unknown.");
            content = content[(chunk.Length + Frame)..];
        }
        while (chunks[^1].Type != "IEND");
        return chunks;
    }

    public void WriteTo(Stream output)
    {
        Span<byte> number = stackalloc byte[4];
        var type = Encoding.ASCII.GetBytes(Type);
        BinaryPrimitives.WriteInt32BigEndian(number, Data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(Data.Span);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of([.. type, .. Data.Span]));
        output.Write(number);
    }

    private static (string Type, int Length) Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < Frame) throw new EndOfStreamException();
        var length = BinaryPrimitives.ReadInt32BigEndian(content);
        if (length < 0 || length > content.Length - Frame) throw new EndOfStreamException();
        var type = content[4..8];
        if (!Crc32.IsOf(content[4..(8 + length)], content[(8 + length)..])) throw new InvalidDataException("A checksum is wrong.");
        return type.ContainsAnyExcept(Letters) ? throw new InvalidDataException("A chunk has no name.") : (Encoding.ASCII.GetString(type), length);
    }
}
