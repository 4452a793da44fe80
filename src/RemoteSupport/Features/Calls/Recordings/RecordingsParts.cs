using RemoteSupport.Features.Calls.Files;
using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.Calls.Recordings;

internal static class RecordingsParts
{
    /// <summary>What files and recordings of calls need.</summary>
    public static IServiceCollection AddFilesAndRecordings(this IServiceCollection services) => services
        .AddScoped<FileIntake>().AddScoped<Sending>()
        .AddScoped<Recordings>().AddScoped<Pieces>().AddScoped<Joining>().AddScoped<Showing>()
        .AddDueWork("recordings", "recordings", () => new LookAfterRecordings());
}
