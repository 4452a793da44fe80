using System.Net;
using System.Net.Sockets;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "DL-6")]
public sealed class OutgoingGateTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void The_internet_is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.1.2")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:53aa:64c::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    public void What_is_not_the_internet_is_refused(string address)
    {
        Assert.False(PublicAddress.Is(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("no such host")]
    public async Task The_gate_is_shut_whatever_the_spelling(string host) =>
        await Assert.ThrowsAsync<OutgoingRefusedException>(() => new OutgoingGate([]).ConnectAsync(host, 25, default));

    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("10.0.0.0/8, 127.0.0.1")]
    [InlineData("Mail.Test")]
    public async Task The_operator_can_open_it_for_a_network_an_address_or_a_host(string allow)
    {
        using var listener = Listen();
        var gate = new OutgoingGate([allow], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        await using var stream = await gate.ConnectAsync("mail.test", Port(listener), default);
        Assert.True(stream.Socket is { Connected: true, NoDelay: true });
    }

    [Fact]
    public async Task A_host_that_is_allowed_opens_no_other()
    {
        var gate = new OutgoingGate(["mail.test"], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        await Assert.ThrowsAsync<OutgoingRefusedException>(() => gate.ConnectAsync("mail.test.evil.example", 25, default));
    }

    [Fact]
    public async Task A_name_is_asked_for_once_and_the_address_that_was_checked_is_the_one_reached()
    {
        using var listener = Listen();
        var asked = 0;
        var gate = new OutgoingGate(["127.0.0.1"], (_, _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? "127.0.0.1" : "10.0.0.1")]));
        await using var stream = await gate.ConnectAsync("rebound.example", Port(listener), default);
        Assert.Equal((1, IPAddress.Loopback), (asked, ((IPEndPoint)stream.Socket.RemoteEndPoint!).Address));
    }

    [Theory]
    [InlineData("Mail.Example.", "mail.example")]
    [InlineData("mail.müller.example", "mail.xn--mller-kva.example")]
    [InlineData("mail_server", "mail_server")]
    public async Task A_name_is_looked_up_in_its_ascii_form(string host, string expected)
    {
        using var listener = Listen();
        var asked = "";
        var gate = new OutgoingGate(["127.0.0.1"], (name, _) =>
        {
            asked = name;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        });
        await using var stream = await gate.ConnectAsync(host, Port(listener), default);
        Assert.Equal(expected, asked);
    }

    [Fact]
    public async Task A_private_address_beside_a_permitted_one_is_left_out()
    {
        using var listener = Listen();
        var gate = new OutgoingGate(["127.0.0.1"], (_, _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));
        await using var stream = await gate.ConnectAsync("mail.example", Port(listener), default);
        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)stream.Socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task The_next_address_is_tried_when_one_does_not_answer()
    {
        using var listener = Listen();
        var gate = new OutgoingGate(["127.0.0.0/8"], (_, _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));
        await using var stream = await gate.ConnectAsync("mail.example", Port(listener), default);
        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)stream.Socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task An_http_client_goes_through_the_gate_by_its_connect_callback()
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, ConnectCallback = new OutgoingGate([]).ConnectAsync };
        using var client = new HttpClient(handler);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://127.0.0.1:9/")));
        Assert.IsType<OutgoingRefusedException>(failure.InnerException);
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1/x")]
    [InlineData("no_host!")]
    public void A_wrong_entry_is_told_at_once(string allow) => Assert.Throws<FormatException>(() => new OutgoingGate([allow]));

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
