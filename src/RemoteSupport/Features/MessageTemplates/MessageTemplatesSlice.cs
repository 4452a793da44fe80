using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

internal static class MessageTemplatesSlice
{
    public static IServiceCollection AddMessageTemplates(this IServiceCollection services) =>
        services.AddSingleton(_ => new MessageCatalogue(typeof(Node).Assembly, MessageVariables.Descriptions, MessageVariables.Layout))
            .AddScoped<TemplateRows>().AddScoped<Desk>().AddScoped<TemplateCheck>().AddScoped<TemplateChange>().AddScoped<TemplateWords>();
}
