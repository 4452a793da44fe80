using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.RemoteLogin;

internal static class RemoteLoginSlice
{
    public static IServiceCollection AddRemoteLogin(this IServiceCollection services) =>
        services.AddScoped<Entrance>().AddScoped<LoginRecord>().AddDueWork("remote logins", "remote_logins", () => new CloseOverLogins());

    /// <summary>Before routing.</summary>
    public static IApplicationBuilder UseRemoteView(this IApplicationBuilder app) => app.UseMiddleware<RemoteView>();

    /// <summary>Once it is known who calls, and in which language.</summary>
    public static IApplicationBuilder UseRemoteViewGate(this IApplicationBuilder app) => app.UseMiddleware<RemoteViewGate>();
}
