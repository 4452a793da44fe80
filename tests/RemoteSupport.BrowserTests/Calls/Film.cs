using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>What ffprobe, which knows nothing of us, says of a call's recording.</summary>
internal sealed record Film(double Seconds, int PicturePackets, int SoundPackets)
{
    /// <summary>The one recording of this call, as it lies in the library.</summary>
    public static async Task<Film> OfAsync(RunningCall call)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{call.Id:N}.film");
        try
        {
            var id = await call.Tenant.SingleAsync<Guid>("select m.file_id from recordings r join media_items m on m.id = r.media_id");
            await call.Tenant.InScopeAsync(async services =>
            {
                var (_, content) = await services.GetRequiredService<StoredFiles>().OpenAsync(id, CancellationToken.None) ?? throw new InvalidOperationException("The film has no content.");
                await using var from = content;
                await using var to = File.Create(file);
                await from.CopyToAsync(to);
            });
            return Read(await ProbeAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Film Read(JsonNode probed)
    {
        // A film that is only strung together has no duration in its head; its last packet tells.
        var packets = probed["packets"]!.AsArray();
        int Count(string type) => packets.Count(packet => packet!["codec_type"]!.GetValue<string>() == type);
        return new Film(packets.Max(packet => double.Parse(packet!["pts_time"]?.GetValue<string>() ?? "0", CultureInfo.InvariantCulture)), Count("video"), Count("audio"));
    }

    private static async Task<JsonNode> ProbeAsync(string file)
    {
        using var probe = Process.Start(new ProcessStartInfo("ffprobe", ["-v", "error", "-show_entries", "packet=codec_type,pts_time", "-of", "json", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = probe.StandardError.ReadToEndAsync();
        var answer = await probe.StandardOutput.ReadToEndAsync();
        await probe.WaitForExitAsync();
        Assert.Equal(("", 0), (await errors, probe.ExitCode));
        return JsonNode.Parse(answer)!;
    }
}
