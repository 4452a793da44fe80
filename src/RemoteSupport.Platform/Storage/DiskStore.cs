using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Storage;

/// <summary>Contents as files of one folder. A file appears under its name only when all of it is on the disk.</summary>
internal sealed class DiskStore(IOptions<StorageOptions> options, IConfiguration configuration, IHostEnvironment environment) : IFileStore
{
    private readonly string root = StoragePlace.Of(options.Value, configuration, environment);

    public async Task WriteAsync(string key, Stream content, CancellationToken ct)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = UnfinishedOf(path);
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        return Task.FromResult<Stream?>(
            File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16, FileOptions.Asynchronous) : null);
    }

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path);
            // A node that was killed while it wrote has left this.
            File.Delete(UnfinishedOf(path));
        }

        return Task.CompletedTask;
    }

    private static string UnfinishedOf(string path) => path + ".unfinished";

    /// <summary>Keys are our own ids; one that led out of the folder would be a bug.</summary>
    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(root, key));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new InvalidOperationException($"{key} is no key of a file.");
    }
}
