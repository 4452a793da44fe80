using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.RequestAccess;

internal static class RequestAccessSlice
{
    public static IServiceCollection AddRequestAccess(this IServiceCollection services) => services
        .AddScoped<Requests>().AddScoped<Turn>().AddScoped<Closing>().AddScoped<Grants>().AddScoped<Durations>()
        .AddScoped<Owners>().AddScoped<Limits>().AddScoped<Asking>()
        .AddScoped<OwnerMails>().AddScoped<RequesterMails>().AddScoped<EndedGrants>().AddScoped<Reminders>()
        .AddDueWork("access requests", "access_requests", () => new CloseOver());
}
