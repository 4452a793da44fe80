using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using RemoteSupport.Platform.Storage.S3;

namespace RemoteSupport.Platform.Storage;

/// <summary>Asks a bucket whether it is there and lets us in; nothing is written.</summary>
public static class BucketProbe
{
    /// <summary>Null when it is well; else what to do.</summary>
    public static async Task<string?> LookAsync(S3Options options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var client = S3Client.Of(options);
            await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix, MaxKeys = 1 }, ct);
            return null;
        }
        catch (AmazonS3Exception refused)
        {
            return $"{refused.Message} ({refused.ErrorCode}) Check Storage:S3: bucket, keys, and the rights to list, get, put and delete.";
        }
        catch (Exception away) when (away is HttpRequestException or AmazonServiceException or AmazonClientException or UriFormatException or IOException)
        {
            return $"{away.Message} Check Storage:S3:Endpoint.";
        }
    }
}
