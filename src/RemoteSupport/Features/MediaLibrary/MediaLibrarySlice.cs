using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.MediaLibrary;

internal static class MediaLibrarySlice
{
    public static IServiceCollection AddMediaLibrary(this IServiceCollection services) => services
        .AddScoped<Shelf>().AddScoped<NewItems>().AddScoped<MediaIntake>().AddScoped<MediaUploads>().AddScoped<MediaDesk>()
        .AddDueWork("media", "media_items", () => new EraseMedia());
}
