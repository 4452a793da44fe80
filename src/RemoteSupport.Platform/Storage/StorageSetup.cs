using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Platform.Storage;

/// <summary>Joins this folder to a host.</summary>
public static class StorageSetup
{
    /// <summary>Files on disk ("Storage:Directory").</summary>
    public static IServiceCollection AddPlatformStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage");
        return services
            .AddSingleton<IFileStore, DiskStore>()
            .AddScoped<StoredFiles>()
            .AddSingleton(new DueWork("files", "files", (scope, ct) => scope.GetRequiredService<StoredFiles>().SweepAsync(ct)));
    }
}
