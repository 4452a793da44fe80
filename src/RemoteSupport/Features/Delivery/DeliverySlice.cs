using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Delivery;

internal static class DeliverySlice
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddScoped<MailRows>().AddScoped<SmsRows>().AddScoped<DeliveryFields>().AddScoped<DeliverySecrets>().AddScoped<DeliveryTrail>().AddScoped<DeliveryEvents>()
        .AddScoped<SenderLinks>().AddScoped<ILinkLife, SenderLinkLife>().AddScoped<SenderProof>().AddScoped<SenderRecords>().AddScoped<SmsSender>().AddScoped<MailTrial>().AddScoped<TestMail>().AddSingleton<Bounces>();

    public static void MapDelivery(this IEndpointRouteBuilder app)
    {
        app.MapDeliveryReports();
        Bounces.Map(app);
    }
}
