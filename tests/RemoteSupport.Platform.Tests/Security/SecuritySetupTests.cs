using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

public sealed class SecuritySetupTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[MasterKey.Size]);

    [Fact]
    [Trait("Behaviour", "DL-5")]
    public async Task A_host_without_a_master_key_does_not_start()
    {
        using var host = HostWith("Keys:Master", null);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("Keys:Master", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "AC-7")]
    public async Task A_host_with_a_hash_that_costs_nothing_does_not_start()
    {
        using var host = HostWith("Passwords:Iterations", "1");

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    [Fact]
    [Trait("Behaviour", "DL-5")]
    public async Task Everything_is_there_once_the_host_has_started()
    {
        using var host = HostWith("Passwords:Iterations", "1000");
        await host.StartAsync();

        Type[] types = [typeof(MasterKey), typeof(SecretSealer), typeof(LinkTokens), typeof(KeyedHash), typeof(PasswordHashing)];
        Assert.All(types, type => Assert.NotNull(host.Services.GetService(type)));
        await host.StopAsync();
    }

    private static IHost HostWith(string setting, string? value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Keys:Master"] = Key });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value });
        builder.Services.AddPlatformSecurity();
        return builder.Build();
    }
}
