using System.Text.Json.Serialization;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Audit;
using RemoteSupport.Features.Brand;
using RemoteSupport.Features.Calls;
using RemoteSupport.Features.Calls.History;
using RemoteSupport.Features.Delivery;
using RemoteSupport.Features.Delivery.Log;
using RemoteSupport.Features.Demo;
using RemoteSupport.Features.Invitations;
using RemoteSupport.Features.Limits;
using RemoteSupport.Features.LocalOutbox;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Features.Members;
using RemoteSupport.Features.MessageTemplates;
using RemoteSupport.Features.Operations;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.PartnerUsers;
using RemoteSupport.Features.PasswordReset;
using RemoteSupport.Features.ProblemReports;
using RemoteSupport.Features.Profile;
using RemoteSupport.Features.RemoteLogin;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Features.Sessions;
using RemoteSupport.Features.SignIn;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport;

/// <summary>One node of the application: platform on, slices on. Any number of them share a database.</summary>
public static class Node
{
    /// <summary>One mebibyte: what an endpoint takes beyond it, that endpoint says.</summary>
    private const long LargestBody = 1 << 20;

    /// <summary>Builds a node that is ready to run.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        // By its own name, the node finds its pages also when another program (a test, a benchmark) hosts it.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Node).Assembly.GetName().Name });
        builder.AddPlatformLogging();
        change?.Invoke(builder);
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, LargestBody));
        builder.Services.AddPlatformData().AddPlatform(builder.Configuration).AddPlatformWeb(builder.Configuration);
        builder.Services.AddFeatures();
        AddPagesAndApi(builder.Services);

        var app = builder.Build();
        app.Services.FollowTenants();
        UsePipeline(app);
        MapEndpoints(app);
        return app;
    }

    /// <summary>What the operations need, also without HTTP.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services) =>
        services.AddHttpContextAccessor().AddMediator(typeof(Node).Assembly).AddScoped<Features.Shared.NewPasswords>()
            .AddAccountLockout().AddActivation().AddPasswordReset().AddProfile().AddTenants().AddOrganizations().AddSupportContacts().AddMembers().AddPartnerUsers().AddAudit()
            .AddRequestAccess().AddRemoteLogin().AddProblemReports().AddBrand().AddMessageTemplates().AddDelivery().AddDeliveryLog().AddInvitations().AddCalls().AddLimits().AddMediaLibrary().AddOperations().AddLocalOutbox();

    private static void AddPagesAndApi(IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddDataAnnotationsLocalization(localization =>
            localization.DataAnnotationLocalizerProvider = (_, factory) => factory.Create("", ""));
        services.AddScoped<Features.Shared.Clocks>();
        services.AddSingleton(new LiveTopics(Features.Shared.Topics.Of));
        services.AddDemoStart();
        services.AddImportRunner();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.AddOpenApi(options => options.DescribeApi());
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRemoteView();
        app.UseGuestView();
        app.UseFailures(error => error.UseMiddleware<LanguageMiddleware>().UseRouting().UseEndpoints(endpoints => endpoints.MapRazorPages()));
        app.UseAssets();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<Platform.Tenancy.MultiTenantMiddleware>();
        app.UseMiddleware<SessionMiddleware>();
        app.UseLinkLanguage();
        app.UseMiddleware<LanguageMiddleware>();
        app.UseRemoteViewGate();
        app.UseGuestGate();
        // So that the check of where a request comes from sees a socket's handshake as one.
        app.UseWhen(context => context.Request.Path.StartsWithSegments(LiveHub.Path), live => live.UseWebSockets());
        app.UseMiddleware<SameOriginForms>();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapRazorPages();
        app.MapBrand();
        app.MapLive();
        app.MapHealth();
        app.MapLocalOutbox();
        app.MapDelivery();
        app.MapRooms();
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/api/v1");
        api.MapSignIn();
        api.MapAccountLockout();
        api.MapPasswordReset();
        api.MapActivation();
        api.MapSessions();
        api.MapProfile();
        api.MapOrganizations();
        api.MapSupportContacts();
        api.MapMembers();
        api.MapPartnerUsers();
        api.MapLimits();
        api.MapDeliveryLog();
        api.MapAudit();
        api.MapRemoteLogin();
        api.MapRequestAccess();
        api.MapProblemReports();
        api.MapInvitations();
        api.MapBrandApi();
        api.MapMediaLibrary();
        api.MapMessageTemplates();
        api.MapDeliverySettings();
        api.MapRoomApi();
        api.MapCalls();
    }
}
