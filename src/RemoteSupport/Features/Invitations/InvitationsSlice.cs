using RemoteSupport.Features.Operations;

namespace RemoteSupport.Features.Invitations;

internal static class InvitationsSlice
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services.AddSweep("passes");

    /// <summary>Before routing.</summary>
    public static IApplicationBuilder UseGuestView(this IApplicationBuilder app) => app.UseMiddleware<GuestView>();

    /// <summary>Once it is known who calls, and in which language.</summary>
    public static IApplicationBuilder UseGuestGate(this IApplicationBuilder app) => app.UseMiddleware<GuestGate>();
}
