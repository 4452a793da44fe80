using System.Runtime.CompilerServices;
using Npgsql;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Platform.Storage.Films;

namespace RemoteSupport.Features.Operations;

/// <summary>Where the contents of files lie, whether every node reaches them, and whether recordings can be made such that one can jump in them.</summary>
internal static class StorageCheck
{
    /// <summary>What Linux calls file systems that several machines can share.</summary>
    private static readonly string[] Shared = ["nfs", "nfs4", "cifs", "smb3", "ceph", "fuse.glusterfs", "glusterfs", "lustre", "9p", "virtiofs", "fuse.sshfs", "gfs2", "ocfs2"];

    public static async IAsyncEnumerable<(string What, string? ToDo)> LookAsync(IConfiguration configuration, IHostEnvironment environment, [EnumeratorCancellation] CancellationToken ct)
    {
        var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        if (options.S3.IsOn) yield return ($"files in the bucket {options.S3.Bucket}", await BucketProbe.LookAsync(options.S3, ct));
        else yield return await DiskAsync(StoragePlace.Of(options, configuration, environment), configuration, ct);
        yield return Ffmpeg.Find(options.Ffmpeg) is { } ffmpeg
            ? ($"ffmpeg ({ffmpeg})", null)
            : ("ffmpeg", "It is not installed: there are no thumbnails, and recordings play from start to end only. Install it (apt-get install ffmpeg), or set Storage:Ffmpeg.");
    }

    private static async Task<(string What, string? ToDo)> DiskAsync(string folder, IConfiguration configuration, CancellationToken ct)
    {
        var format = new DriveInfo(WhereItIs(folder)).DriveFormat;
        if (Shared.Contains(format)) return ($"files in {folder} ({format}, which nodes can share)", null);
        var what = $"files in {folder} ({format}, of this machine alone)";
        return (what, await NodesAsync(configuration, ct) > 1 ? "Several nodes run on this database. Use a bucket (Storage:S3) or a folder that all of them mount." : null);
    }

    /// <summary>A folder that nobody has used yet is made with the first file.</summary>
    private static string WhereItIs(string folder) => Directory.Exists(folder) ? folder : WhereItIs(Path.GetDirectoryName(folder)!);

    /// <summary>Machines whose nodes are connected to the same database just now; none where it cannot be asked, which another check says.</summary>
    private static async Task<int> NodesAsync(IConfiguration configuration, CancellationToken ct)
    {
        if (configuration.GetConnectionString("Postgres") is not { } text) return 0;
        try
        {
            await using var source = NpgsqlDataSource.Create(text);
            await using var command = source.CreateCommand(
                """
                select count(distinct client_addr)::int from pg_stat_activity
                where datname = current_database() and usename = current_user and client_addr is not null and pid <> pg_backend_pid()
                """);
            return (int)(await command.ExecuteScalarAsync(ct))!;
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException or ArgumentException)
        {
            return 0;
        }
    }
}
