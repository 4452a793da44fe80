using Amazon.S3;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Platform.Storage.S3;
using Xunit;

namespace RemoteSupport.Platform.Tests.Storage;

/// <summary>Contents in a bucket, against a server that speaks S3 and checks signatures.</summary>
[Trait("Behaviour", "ML-1")]
public sealed class S3StoreTests : IAsyncLifetime
{
    private S3Server server = null!;

    public async Task InitializeAsync() => server = await S3Server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task What_is_written_is_read_from_anywhere_and_what_is_deleted_is_gone()
    {
        using var store = Store(server.Options);
        var content = Bytes(3_000_000);
        await store.WriteAsync("tenant/aa/one", new Unseekable(content), default);
        await using (var read = (await store.OpenAsync("tenant/aa/one", default))!)
        {
            Assert.Equal((content.Length, true), ((int)read.Length, read.CanSeek));
            Assert.Equal(content, await AllAsync(read));
            read.Seek(2_500_000, SeekOrigin.Begin);
            Assert.Equal(content[2_500_000..], await AllAsync(read));
            read.Seek(-10, SeekOrigin.End);
            Assert.Equal(content[^10..], await AllAsync(read));
            Assert.Equal(0, await read.ReadAsync(new byte[10]));
        }

        await store.WriteAsync("tenant/aa/one", new MemoryStream([1, 2, 3]), default);
        await using (var read = (await store.OpenAsync("tenant/aa/one", default))!) Assert.Equal([1, 2, 3], await AllAsync(read));
        await store.DeleteAsync("tenant/aa/one", default);
        await store.DeleteAsync("tenant/aa/one", default);
        Assert.Null(await store.OpenAsync("tenant/aa/one", default));
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var store = Store(server.Options);
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync("tenant/aa/two", new Unseekable(Bytes(100_000), breaksOff: true), default));
        Assert.Null(await store.OpenAsync("tenant/aa/two", default));
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task With_a_wrong_key_nothing_is_written_and_doctor_says_why()
    {
        var wrong = new S3Options { Bucket = "files", Endpoint = server.Options.Endpoint, AccessKey = server.Options.AccessKey, SecretKey = "wrong" };
        using var store = Store(wrong);
        await Assert.ThrowsAsync<AmazonS3Exception>(() => store.WriteAsync("tenant/aa/three", new MemoryStream([1]), default));
        Assert.Equal(0, server.Count);
        Assert.Contains("SignatureDoesNotMatch", await BucketProbe.LookAsync(wrong, default), StringComparison.Ordinal);
        Assert.Null(await BucketProbe.LookAsync(server.Options, default));
        wrong = new S3Options { Bucket = "others", Endpoint = server.Options.Endpoint, AccessKey = server.Options.AccessKey, SecretKey = server.Options.SecretKey };
        Assert.Contains("NoSuchBucket", await BucketProbe.LookAsync(wrong, default), StringComparison.Ordinal);
    }

    private static S3Store Store(S3Options options) => new(Options.Create(new StorageOptions { S3 = options }));

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static async Task<byte[]> AllAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    /// <summary>As a request's body is.</summary>
    private sealed class Unseekable(byte[] content, bool breaksOff = false) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (breaksOff && Position > 50_000) throw new IOException("The line is lost.");
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 30_000)], cancellationToken);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        private async Task CopyAsync(Stream destination, CancellationToken ct)
        {
            var buffer = new byte[30_000];
            while (await ReadAsync(buffer, ct) is var count and > 0) await destination.WriteAsync(buffer.AsMemory(0, count), ct);
        }
    }
}
