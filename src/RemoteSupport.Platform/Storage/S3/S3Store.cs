using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Storage.S3;

/// <summary>Contents as objects of one bucket. An object appears under its key only when all of it is there.</summary>
internal sealed class S3Store(IOptions<StorageOptions> options) : IFileStore, IDisposable
{
    private readonly AmazonS3Client client = S3Client.Of(options.Value.S3);
    private readonly string bucket = options.Value.S3.Bucket!;
    private readonly string prefix = options.Value.S3.Prefix;

    /// <summary>By a file of this machine: an object's length has to be known before, and a request that failed is sent again from its start.</summary>
    public async Task WriteAsync(string key, Stream content, CancellationToken ct)
    {
        using var work = WorkFolder.Make();
        await using var spool = work.Create("object");
        await content.CopyToAsync(spool, ct);
        spool.Position = 0;
        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = prefix + key, InputStream = spool, AutoCloseStream = false, UseChunkEncoding = false }, ct);
    }

    public async Task<Stream?> OpenAsync(string key, CancellationToken ct)
    {
        try
        {
            var found = await client.GetObjectMetadataAsync(bucket, prefix + key, ct);
            return new ObjectStream(found.ContentLength, (from, to, stop) => ReadAsync(key, from, to, stop));
        }
        catch (AmazonS3Exception none) when (none.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string key, CancellationToken ct) => client.DeleteObjectAsync(bucket, prefix + key, ct);

    public void Dispose() => client.Dispose();

    private async Task<byte[]> ReadAsync(string key, long from, long to, CancellationToken ct)
    {
        using var part = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = prefix + key, ByteRange = new ByteRange(from, to) }, ct);
        var bytes = new byte[to - from + 1];
        await part.ResponseStream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
