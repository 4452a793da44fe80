using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace RemoteSupport.Platform.Storage.S3;

/// <summary>Makes the client that <see cref="S3Options"/> ask for.</summary>
internal static class S3Client
{
    public static AmazonS3Client Of(S3Options options)
    {
        // Others than Amazon know neither its newer checksums nor buckets as host names.
        var config = new AmazonS3Config
        {
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint) (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (endpoint, true, options.Region);
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        return options.AccessKey is { } key ? new AmazonS3Client(new BasicAWSCredentials(key, options.SecretKey ?? ""), config) : new AmazonS3Client(config);
    }
}
