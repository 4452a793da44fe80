using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Turn;
using Xunit;

namespace RemoteSupport.Platform.Tests.Turn;

/// <summary>The credentials that browsers get open a real relay, as long as they last, and nothing else does (CA-7).</summary>
[Trait("Behaviour", "CA-7")]
public sealed class TurnTests(Coturn relay) : IClassFixture<Coturn>
{
    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    public async Task Our_credentials_open_the_relay(string transport) =>
        Assert.Null(await LookAsync($"turn:127.0.0.1:{relay.Port}?transport={transport}", Coturn.Secret));

    [Fact]
    public async Task A_wrong_secret_is_told() =>
        Assert.StartsWith("It refuses our credentials", await LookAsync($"turn:127.0.0.1:{relay.Port}", "another secret of some length"), StringComparison.Ordinal);

    [Fact]
    public async Task Credentials_that_are_over_open_nothing() =>
        Assert.StartsWith("It refuses our credentials", await LookAsync($"turn:127.0.0.1:{relay.Port}", Coturn.Secret, TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(6)), StringComparison.Ordinal);

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    public async Task A_relay_that_is_not_there_is_told(string transport) =>
        Assert.NotNull(await LookAsync($"turn:127.0.0.1:{Coturn.FreePort()}?transport={transport}", Coturn.Secret));

    [Fact]
    public void Browsers_get_addresses_with_a_name_that_ends_and_its_password()
    {
        // A known secret, a known time, and what openssl dgst -sha1 -hmac makes of them.
        var clock = new FixedClock(DateTimeOffset.FromUnixTimeSeconds(1_773_129_600));
        var servers = new TurnServers(Options.Create(new TurnOptions { Urls = "stun:a.example:3478, turn:a.example?transport=udp turns:b.example", Secret = "0123456789abcdef", Lifetime = TimeSpan.FromHours(1) }), clock).For("call-host");
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromHours(1), servers.ExpiresAt);
        Assert.Equal(["stun:a.example:3478"], servers.Servers[0].Urls);
        Assert.Null(servers.Servers[0].Credential);
        Assert.Equal(["turn:a.example?transport=udp", "turns:b.example"], servers.Servers[1].Urls);
        Assert.Equal("1773133200:call-host", servers.Servers[1].Username);
        Assert.Equal("tJmii54e3vt212BJ0CN5CX9bUfQ=", servers.Servers[1].Credential);
    }

    [Fact]
    public void Without_relays_there_are_none()
        => Assert.Empty(new TurnServers(Options.Create(new TurnOptions()), TimeProvider.System).For("call").Servers);

    [Theory]
    [InlineData("turn:a.example", "a.example", 3478, true, false)]
    [InlineData("turn:192.0.2.1:5000?transport=tcp", "192.0.2.1", 5000, false, false)]
    [InlineData("turns:a.example?transport=tcp", "a.example", 5349, false, true)]
    [InlineData("turn:[2001:db8::1]:3479?transport=udp", "2001:db8::1", 3479, true, false)]
    public void Addresses_are_read_as_browsers_do(string text, string host, int port, bool isUdp, bool isSecure)
    {
        var address = TurnAddress.Read(text)!;
        Assert.Equal((host, port, isUdp, isSecure), (address.Host, address.Port, address.IsUdp, address.IsSecure));
    }

    [Theory]
    [InlineData("https://a.example", "0123456789abcdef", "2:00:00")]
    [InlineData("turn:a.example:99999", "0123456789abcdef", "2:00:00")]
    [InlineData("turn:user@a.example", "0123456789abcdef", "2:00:00")]
    [InlineData("turn:a.example", "short", "2:00:00")]
    [InlineData("turn:a.example", null, "2:00:00")]
    [InlineData("turn:a.example", "0123456789abcdef", "0:01:00")]
    public void What_cannot_be_used_stops_the_start(string urls, string? secret, string lifetime) =>
        Assert.NotNull(new TurnOptions { Urls = urls, Secret = secret, Lifetime = TimeSpan.Parse(lifetime, System.Globalization.CultureInfo.InvariantCulture) }.Flaw);

    private static Task<string?> LookAsync(string address, string secret, DateTimeOffset? now = null)
    {
        var options = new TurnOptions { Urls = address, Secret = secret };
        return new TurnProbe(options, now is { } time ? new FixedClock(time) : TimeProvider.System).LookAsync(options.Relays[0], default);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
