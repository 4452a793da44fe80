namespace RemoteSupport.Platform.Storage.S3;

/// <summary>Reads an object in pieces, from wherever it is asked to: so a film is sought without fetching all of it, and nobody pays for what nobody waits for.</summary>
/// <param name="length">Of the object.</param>
/// <param name="read">Fetches the bytes from the first to the last, both included.</param>
internal sealed class ObjectStream(long length, Func<long, long, CancellationToken, Task<byte[]>> read) : Stream
{
    private const int PieceLength = 1 << 20;
    private byte[] piece = [];
    private long pieceStart;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0) return 0;
        if (Position < pieceStart || Position >= pieceStart + piece.Length) await FetchAsync(cancellationToken);
        var available = piece.AsMemory((int)(Position - pieceStart));
        var count = Math.Min(buffer.Length, available.Length);
        available[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => length,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Objects are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task FetchAsync(CancellationToken ct) =>
        (piece, pieceStart) = (await read(Position, Math.Min(length, Position + PieceLength) - 1, ct), Position);
}
