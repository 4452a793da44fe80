using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RemoteSupport.Demo.Measuring;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Demo;

/// <summary>seed: fills an empty database. reset: empties and fills it, in development only. measure: fills an empty database with a million organizations.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["seed" or "reset" or "measure"])
        {
            await Console.Error.WriteLineAsync(
                """
                seed      fills an empty database with the demo's tenants
                reset     empties the database and fills it anew (development only)
                measure   fills an empty database with 200 tenants and 1,000,000 organizations, for measuring
                """);
            return 2;
        }

        try
        {
            using var host = OperatorHost.Build(builder => builder.Services.AddSingleton<Seeding>().AddSingleton<AccountsFile>().AddSingleton<MeasuringData>());
            if (args[0] == "measure") return await MeasureAsync(host.Services);
            return await RunAsync(host.Services, isReset: args[0] == "reset");
        }
        catch (Exception exception) when (OperatorHost.IsOutside(exception))
        {
            await Console.Error.WriteLineAsync($"Not done: {exception.Message}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool isReset)
    {
        var isDevelopment = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        if (isReset && !isDevelopment)
        {
            await Console.Error.WriteLineAsync("Not emptied: reset is for development only (ASPNETCORE_ENVIRONMENT=Development).");
            return 1;
        }

        if (!isReset && !services.GetRequiredService<IConfiguration>().GetValue("Demo:Seed", isDevelopment))
        {
            Console.WriteLine("Not seeded: Demo:Seed is off.");
            return 0;
        }

        var seeding = services.GetRequiredService<Seeding>();
        await TellAsync(services, isReset ? await seeding.ResetAsync() : await seeding.SeedAsync());
        return 0;
    }

    private static async Task<int> MeasureAsync(IServiceProvider services)
    {
        var data = services.GetRequiredService<MeasuringData>();
        if (!await data.IsEmptyAsync())
        {
            await Console.Error.WriteLineAsync("Not filled: the database is not empty.");
            return 1;
        }

        var hash = await services.GetRequiredService<PasswordHashing>().HashAsync(DemoTenants.Password, CancellationToken.None);
        await data.FillAsync(hash, tenant => Console.WriteLine($"{tenant.Slug}: {tenant.Organizations} organizations"));
        Console.WriteLine("Filled. Each tenant has an account admin@<tenant>.example with the demo's password.");
        return 0;
    }

    private static async Task TellAsync(IServiceProvider services, Seeded seeded)
    {
        Console.WriteLine(seeded switch
        {
            Seeded.Now => "The demo's tenants are seeded.",
            Seeded.Before => "Not seeded: the demo's tenants are there already.",
            _ => "Not seeded: the database is not empty.",
        });
        // Written also when they were there before, because the file may be gone.
        if (seeded is not Seeded.NotAtAll) await services.GetRequiredService<AccountsFile>().WriteAsync();
    }
}
