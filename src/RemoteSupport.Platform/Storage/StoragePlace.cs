using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace RemoteSupport.Platform.Storage;

/// <summary>The folder of the files' contents.</summary>
public static class StoragePlace
{
    /// <summary>The whole path: as it is set, else "files" in the data directory.</summary>
    public static string Of(StorageOptions options, IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        return Path.GetFullPath(options.Directory ?? Path.Combine(configuration["Data:Directory"] ?? ".data", "files"), environment.ContentRootPath);
    }
}
