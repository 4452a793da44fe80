using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenants;

/// <summary>The operator at the command line, on the tests' database.</summary>
internal static class Operator
{
    private static readonly Lazy<Task<IHost>> Host = new(BuildAsync);

    public static async Task<Outcome<T>> SendAsync<T>(IRequest<Outcome<T>> operation) => await (await Host.Value).SendAsync(operation);

    /// <summary>What the operator asks for when making a tenant of this slug.</summary>
    public static CreateTenant Making(string slug) => new(slug) { Name = "Brand " + slug, AdminEmail = $"ada@{slug}.example", AdminName = "Ada Lovelace" };

    /// <summary>No other test's.</summary>
    public static string NewSlug() => "o" + Guid.CreateVersion7(TestClock.Start).ToString("N")[^12..];

    private static async Task<IHost> BuildAsync()
    {
        var database = await TestDatabase.CommonAsync();
        return OperatorHost.Build(builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:PostgresOwner"] = database.OwnerConnection,
                ["Tenancy:BaseDomain"] = TestNode.BaseDomain,
                ["Tenancy:PublicUrl"] = $"http://{{tenant}}.{TestNode.BaseDomain}",
                ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
            });
            builder.Services.AddSingleton<TimeProvider, TestClock>();
        });
    }
}
