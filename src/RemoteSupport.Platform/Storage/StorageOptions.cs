namespace RemoteSupport.Platform.Storage;

/// <summary>Configuration "Storage".</summary>
public sealed class StorageOptions
{
    /// <summary>The folder of the files' contents: of one node, or a mount that all nodes share. Left out, "files" in the data directory. Unused with a bucket.</summary>
    public string? Directory { get; set; }

    /// <summary>A bucket instead of a folder, as soon as it is named.</summary>
    public S3Options S3 { get; set; } = new();

    /// <summary>The program that makes thumbnails and recordings that can be sought: a name on the path, or a path; empty for none.</summary>
    public string Ffmpeg { get; set; } = "ffmpeg";
}

/// <summary>Configuration "Storage:S3": Amazon's, or whatever speaks as it does.</summary>
public sealed class S3Options
{
    /// <summary>The bucket; it must be there. Left out, files lie in a folder.</summary>
    public string? Bucket { get; set; }

    /// <summary>Such as "https://minio.example:9000"; left out, Amazon's.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The region, with which requests are signed.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Left out, what the machine has by itself (its role, or the usual environment variables).</summary>
    public string? AccessKey { get; set; }

    /// <summary>Beside the access key.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Stands before every key, for a bucket that others use, too.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Whether files lie in a bucket.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Bucket);
}
