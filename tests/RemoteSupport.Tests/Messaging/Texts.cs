using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Tests.Messaging;

/// <summary>The product's messages without a database: catalogue, built-in templates, renderer.</summary>
internal sealed class Texts
{
    private readonly ServiceProvider services;

    public Texts()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Tenancy:BaseDomain"] = "app.localhost" }).Build();
        services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging()
            .AddPlatform(configuration).AddFeatures().BuildServiceProvider();
    }

    public static Recipient Anna { get; } = new("anna@one.example", "Anna", "en", "Europe/Rome");

    public static TenantInfo Tenant { get; } = new()
    {
        Id = Guid.Empty, Slug = "one", IsSuspended = false, Name = "Brand One", AccentColor = "#2457b8", SupportEmail = "help@one.example", Country = "IT",
        DefaultLanguage = "en", Languages = ["en"], TimeZone = "Europe/Rome", ProtectsKnownDevices = false, Version = 1, LongestAccess = TimeSpan.FromDays(7), InvitationLifetime = TimeSpan.FromDays(1), HasLogo = true,
    };

    public MessageCatalogue Catalogue => services.GetRequiredService<MessageCatalogue>();

    public BuiltInTemplates Templates => services.GetRequiredService<BuiltInTemplates>();

    public MessageRenderer Renderer => services.GetRequiredService<MessageRenderer>();

    /// <summary>By "access-requested/email".</summary>
    public MessageEntry Entry(string name) => Catalogue.All.Single(entry => $"{entry.Name.Key}/{entry.Name.Channel}" == name);

    public Message Sample(MessageEntry entry, string language)
    {
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<MultiTenantContextAccessor>().Enter(Tenant);
        using var _ = Languages.Find(language)!.Use();
        return entry.Sample!(new SampleWords(scope.ServiceProvider.GetRequiredService<RecipientWords.Source>().For("Europe/Rome"), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
    }

    public RenderedMessage Render(Message message, string language) => Renderer.Render(message, Anna, Tenant, Languages.Find(language)!, OwnTexts.None).Message;
}
