using RemoteSupport.Features.Operations;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.Invitations;

internal static class InvitationsSlice
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddScoped<InvitationLinks>().AddScoped<ILinkLife, InvitationLinkLife>().AddScoped<InvitationReader>().AddScoped<InvitationStory>().AddScoped<InvitationEnd>()
        .AddScoped<InvitationMail>().AddScoped<InvitationRegister>().AddScoped<GuestAddresses>().AddScoped<SmsReach>().AddScoped<Countries>().AddScoped<ReportOrigin>()
        .AddScoped<InvitationOpening>().AddScoped<GuestEntrance>().AddScoped<Acceptances>().AddScoped<GuestTexts>()
        .AddDueWork("support invitations", "support_invitations", () => new ExpireInvitations())
        .AddSweep("passes");

    /// <summary>Before routing.</summary>
    public static IApplicationBuilder UseGuestView(this IApplicationBuilder app) => app.UseMiddleware<GuestView>();

    /// <summary>Once it is known who calls, and before a language is chosen.</summary>
    public static IApplicationBuilder UseLinkLanguage(this IApplicationBuilder app) => app.UseMiddleware<LinkLanguage>();

    /// <summary>Once it is known who calls, and in which language.</summary>
    public static IApplicationBuilder UseGuestGate(this IApplicationBuilder app) => app.UseMiddleware<GuestGate>();
}
