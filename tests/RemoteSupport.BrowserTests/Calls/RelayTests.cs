using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Platform.Tests.Turn;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>Where there is no direct way, a real relay carries the call, with credentials that each side got for it (CA-7).</summary>
public sealed class RelayTests(Coturn relay) : IClassFixture<Coturn>
{
    /// <summary>Browsers that may talk by a relay only.</summary>
    private const string RelayOnly =
        """
        const Real = RTCPeerConnection;
        window.RTCPeerConnection = class extends Real {
          constructor(settings) { super({ ...settings, iceTransportPolicy: 'relay' }); }
          setConfiguration(settings) { super.setConfiguration({ ...settings, iceTransportPolicy: 'relay' }); }
        };
        """;

    [Fact, Trait("Behaviour", "CA-7")]
    public async Task A_call_goes_by_the_relay_alone()
    {
        await using var node = await PortalNode.StartAsync(settings: relay.NodeSettings);
        await using var call = await RunningCall.MeetAsync(tenant: await PortalNode.TenantOnAsync(node), script: RelayOnly);
        await call.Host.MovesAsync();
        await call.Host.HearsAsync();
        await Expect(call.Host.Page.Locator("[data-figures]")).ToContainTextAsync("by relay");
        Assert.Empty(call.Complaints);
    }
}
