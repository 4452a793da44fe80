using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Storage.Films;
using RemoteSupport.Platform.Storage.S3;

namespace RemoteSupport.Platform.Storage;

/// <summary>Joins this folder to a host.</summary>
public static class StorageSetup
{
    /// <summary>Files on disk ("Storage:Directory"), or in a bucket ("Storage:S3").</summary>
    public static IServiceCollection AddPlatformStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage");
        if (configuration.GetSection("Storage").Get<StorageOptions>() is { S3.IsOn: true }) services.AddSingleton<IFileStore, S3Store>();
        else services.AddSingleton<IFileStore, DiskStore>();
        return services
            .AddScoped<StoredFiles>().AddScoped<StoredPieces>()
            .AddSingleton<Ffmpeg>().AddScoped<Thumbnails>().AddScoped<FilmJoiner>()
            .AddSingleton(new DueWork("files", "files", (scope, ct) => scope.GetRequiredService<StoredFiles>().SweepAsync(ct)));
    }
}
