using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.ProblemReports;

internal static class ProblemReportsSlice
{
    public static IServiceCollection AddProblemReports(this IServiceCollection services) => services
        .AddScoped<Sight>().AddScoped<Reports>().AddScoped<Thread>().AddScoped<Attachments>().AddScoped<StatusLinks>().AddScoped<ILinkLife, StatusLinkLife>()
        .AddScoped<ReportCheck>().AddScoped<Register>().AddScoped<Reporting>().AddScoped<Replying>()
        .AddScoped<Mailing>().AddScoped<Recipients>().AddScoped<FirstMails>().AddScoped<LaterMails>()
        .AddScoped<Uploads>().AddScoped<Diagnosis>().AddScoped<ReportDesk>()
        .AddDueWork("problem reports", "problem_reports", () => new LookAfterReports());
}
