using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>Inviter and guest on two nodes: what one whispers the other hears, the newest tab sits, and a node that stops ends nothing (CA-7).</summary>
[Trait("Behaviour", "CA-7")]
public sealed class LiveRoomTests : IAsyncLifetime
{
    private TestNode here = null!, there = null!;

    public async Task InitializeAsync() =>
        (here, there) = (await TestNode.CommonAsync(), await TestNode.StartAsync(await TestDatabase.CommonAsync()));

    public async Task DisposeAsync() => await there.DisposeAsync();

    [Fact]
    public async Task Signals_cross_from_node_to_node_in_order_and_whole()
    {
        var (tenant, host, guest, call) = await InCallAsync();
        await using var one = await LiveSocket.OpenAsync(tenant, host);
        await using var other = await guest.On(there).ListenAsync();
        Assert.NotNull(await one.EnterAsync(call));
        Assert.NotNull(await other.EnterAsync(call));
        // As long as an offer with its candidates can be, and cut into pieces on the way.
        var offer = string.Concat(Enumerable.Repeat("a=candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host\r\n", 400)) + "ä€😀";
        Assert.True(await one.WhisperAsync(call, offer));
        Assert.True(await one.WhisperAsync(call, "second"));
        Assert.Equal(offer, await other.HearOfAsync("whisper"));
        Assert.Equal("second", await other.HearOfAsync("whisper"));
        Assert.True(await other.WhisperAsync(call, "answer"));
        Assert.Equal("answer", await one.HearOfAsync("whisper"));
    }

    [Fact, Trait("Behaviour", "CA-8")]
    public async Task A_room_is_closed_to_all_others()
    {
        var (tenant, _, _, call) = await InCallAsync();
        var colleague = tenant.Browse();
        await colleague.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        var stranger = await Guest.InvitedByAsync(tenant, await tenant.AddPartnerUserAsync());
        await using var page = await LiveSocket.OpenAsync(tenant, colleague);
        await using var guests = await stranger.ListenAsync();
        foreach (var socket in new[] { page, guests })
        {
            Assert.Null(await socket.EnterAsync(call));
            Assert.False(await socket.WhisperAsync(call, "hello"));
        }
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task The_newest_tab_of_a_side_takes_over_on_whichever_node()
    {
        var (tenant, host, guest, call) = await InCallAsync();
        await using var first = await LiveSocket.OpenAsync(tenant, host);
        await using var other = await guest.ListenAsync();
        await other.EnterAsync(call);
        var old = await first.EnterAsync(call);
        Assert.Equal(old, await first.HearOfAsync("entered"));
        await using var second = await LiveSocket.OpenAsync(tenant.On(there), host);
        var fresh = await second.EnterAsync(call);
        Assert.Equal(fresh, await first.HearOfAsync("entered"));

        Assert.False(await first.WhisperAsync(call, "from the old tab"));
        // Its good-bye must not take the seat from the new one.
        await first.CallAsync("Leave", call);
        Assert.True(await second.WhisperAsync(call, "from the new tab"));
        Assert.Equal("from the new tab", await other.HearOfAsync("whisper"));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_second_device_of_the_guest_closes_the_firsts_socket_on_another_node()
    {
        var (tenant, _, guest, call) = await InCallAsync();
        await using var first = await guest.On(there).ListenAsync();
        await first.EnterAsync(call);
        var second = await Guest.OnDeviceAsync(tenant, guest.Invitation);
        await first.CloseAsync();
        await using var page = await second.ListenAsync();
        Assert.NotNull(await page.EnterAsync(call));
    }

    [Fact]
    public async Task When_a_node_stops_its_pages_come_back_on_another_and_the_call_goes_on()
    {
        var (tenant, host, guest, call) = await InCallAsync();
        var third = await TestNode.StartAsync(await TestDatabase.CommonAsync());
        await using var other = await guest.ListenAsync();
        await other.EnterAsync(call);
        await using (var lost = await LiveSocket.OpenAsync(tenant.On(third), host))
        {
            await lost.EnterAsync(call);
            await third.DisposeAsync();
            await lost.CloseAsync();
        }

        await using var again = await LiveSocket.OpenAsync(tenant.On(there), host);
        Assert.NotNull(await again.EnterAsync(call));
        Assert.True(await again.WhisperAsync(call, "back"));
        Assert.Equal("back", await other.HearOfAsync("whisper"));
        Assert.Equal("in_call", await tenant.SingleAsync<string>("select state from calls"));
    }

    [Fact, Trait("Behaviour", "IN-5")]
    public async Task Every_page_of_the_inviter_hears_the_ring_and_that_it_was_answered()
    {
        var tenant = await TestTenant.CreateAsync(here);
        var inviter = await tenant.AddPartnerUserAsync();
        var (phone, desk) = (tenant.Browse(), tenant.Browse());
        await phone.SignInAsync(inviter.Email);
        await desk.SignInAsync(inviter.Email);
        await using var one = await LiveSocket.OpenAsync(tenant, phone);
        await using var two = await LiveSocket.OpenAsync(tenant.On(there), desk);
        var guest = await Guest.InvitedByAsync(tenant, inviter);
        var call = await guest.RingAsync();
        foreach (var page in new[] { one, two }) await page.HearAsync("ringing");
        await (await tenant.ProgramOfAsync(inviter)).PostAsync($"/calls/{call}/answer");
        foreach (var page in new[] { one, two }) await page.HearAsync("ringing");
    }

    [Fact, Trait("Behaviour", "CA-6")]
    public async Task A_room_hears_of_the_chat_and_who_comes_and_goes()
    {
        var (tenant, host, guest, call) = await InCallAsync();
        await using var page = await LiveSocket.OpenAsync(tenant.On(there), host);
        await page.EnterAsync(call);
        await guest.PostAsync($"/calls/{call}/room/chat", new { id = CallLifeTests.NewId(tenant), text = "hello" });
        await page.HearAsync("entries");
        await using (var other = await guest.ListenAsync())
        {
            await other.EnterAsync(call);
            await page.HearAsync("presence");
        }

        await page.HearAsync("presence");
        await guest.PostAsync($"/calls/{call}/room/hang-up");
        await page.HearAsync("entries");
    }

    private async Task<(TestTenant Tenant, Browser Host, Guest Guest, Guid Call)> InCallAsync()
    {
        var tenant = await TestTenant.CreateAsync(here);
        var inviter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, inviter);
        var call = await guest.RingAsync();
        var host = tenant.Browse();
        await host.SignInAsync(inviter.Email);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await (await tenant.ProgramOfAsync(inviter)).PostAsync($"/calls/{call}/answer")).Status);
        return (tenant, host, guest, call);
    }
}
