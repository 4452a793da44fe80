using System.Diagnostics;
using System.Text.Json;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Platform.Tests.Storage;

/// <summary>npm's s3rver with a check of signatures, run by node on 127.0.0.1 and a free port; gone with the test.</summary>
public sealed class S3Server : IAsyncDisposable
{
    private const string Key = "a-key", Secret = "a secret that only the server and the product know";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process node;
    private readonly DirectoryInfo folder;

    private S3Server(Process node, DirectoryInfo folder) => (this.node, this.folder) = (node, folder);

    /// <summary>As the product is told.</summary>
    public S3Options Options { get; private set; } = new();

    /// <summary>What lies in the bucket.</summary>
    public int Count => folder.EnumerateFiles("*_object", SearchOption.AllDirectories).Count();

    public static async Task<S3Server> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("remotesupport-s3-");
        var options = JsonSerializer.Serialize(new { directory = folder.FullName, bucket = "files", accessKey = Key, secretKey = Secret });
        var server = new S3Server(
            Process.Start(new ProcessStartInfo("node", [ScriptPath(), options]) { RedirectStandardInput = true, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("node did not start."), folder);
        using var limit = new CancellationTokenSource(Patience);
        var line = await server.node.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("s3rver did not start (is `npm ci` done?).");
        var port = JsonDocument.Parse(line).RootElement.GetProperty("port").GetInt32();
        server.Options = new S3Options { Bucket = "files", Endpoint = $"http://127.0.0.1:{port}", AccessKey = Key, SecretKey = Secret, Prefix = "remote-support/" };
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
        folder.Delete(recursive: true);
    }

    private static string ScriptPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RemoteSupport.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository."), "tests", "RemoteSupport.Platform.Tests", "Storage", "s3-server.mjs");
    }
}
