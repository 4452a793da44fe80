using System.Security.Cryptography;

namespace RemoteSupport.Platform.Storage;

/// <summary>Reads on behind the head that was looked at already, counts, hashes, and stops one byte above the limit.</summary>
internal sealed class LimitedStream(byte[] head, Stream rest, long most) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int headRead;

    public long Count { get; private set; }

    public bool IsOver => Count > most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public byte[] Hash() => hash.GetHashAndReset();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsOver) return 0;
        var read = headRead < head.Length ? FromHead(buffer) : await rest.ReadAsync(buffer, cancellationToken);
        hash.AppendData(buffer.Span[..read]);
        Count += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Uploads are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    private int FromHead(Memory<byte> buffer)
    {
        var piece = Math.Min(buffer.Length, head.Length - headRead);
        head.AsMemory(headRead, piece).CopyTo(buffer);
        headRead += piece;
        return piece;
    }
}
