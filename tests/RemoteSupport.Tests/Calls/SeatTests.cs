using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>Only the invited guest and whoever invited can enter a call; to all others there is none (CA-8).</summary>
[Trait("Behaviour", "CA-8")]
public sealed class SeatTests
{
    public static TheoryData<string, string> Doors => new()
    {
        { "GET", "state" }, { "POST", "answer" }, { "POST", "quiet" }, { "POST", "hang-up" }, { "POST", "stay" }, { "POST", "chat" },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task Nobody_else_of_the_tenant_comes_in_admins_included(string method, string door)
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, _, call) = await tenant.InCallAsync();
        foreach (var role in new[] { "admin", "supporter" })
        {
            var other = await tenant.ProgramOfAsync(await tenant.AddPartnerUserAsync(role));
            var body = door switch { "chat" => new { id = CallLifeTests.NewId(tenant), text = "hello" }, "stay" => new { }, _ => (object?)null };
            var answer = method == "GET" ? await other.GetAsync($"/calls/{call}/{door}") : await other.PostAsync($"/calls/{call}/{door}", body);
            Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
        }
    }

    [Theory, MemberData(nameof(Doors))]
    public async Task A_guest_of_another_invitation_does_not_come_in(string method, string door)
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, _, call) = await tenant.InCallAsync();
        var other = await Guest.InvitedByAsync(tenant, await tenant.AddPartnerUserAsync());
        var body = door switch { "chat" => new { id = CallLifeTests.NewId(tenant), text = "hello" }, "stay" => new { }, _ => (object?)null };
        var answer = method == "GET" ? await other.GetAsync($"/calls/{call}/room/{door}") : await other.PostAsync($"/calls/{call}/room/{door}", body);
        // What is the host's alone is nothing for any guest.
        Assert.Equal(door is "answer" or "quiet" ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, answer.Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_call_is_not_there()
    {
        var (theirs, mine) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var (_, guest, call) = await theirs.InCallAsync();
        var host = await mine.ProgramOfAsync(await mine.AddPartnerUserAsync("admin"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"/calls/{call}/state")).Status);
        using var elsewhere = await guest.Browser.SendOnceAsync(HttpMethod.Get, $"{guest.Base}/calls/{call}/room/state", null, mine.Host);
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_in_a_call_for_somebody_else_in_a_remote_login()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var member = await tenant.AddMemberAsync(organization, "owner");
        var guest = await Guest.InvitedByAsync(tenant, member);
        var call = await guest.RingAsync();
        var inside = await RemoteLogins.EnterAsync(tenant, await tenant.AddPartnerUserAsync(), organization, "owner");
        Assert.Equal("in_person_only", (await inside.GetAsync($"/calls/{call}/state")).Code);
        Assert.Equal("in_person_only", (await inside.PostAsync($"/calls/{call}/answer")).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await (await tenant.ProgramOfAsync(member)).PostAsync($"/calls/{call}/answer")).Status);
    }

    [Fact]
    public async Task A_device_that_another_has_taken_over_from_is_out()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, first, call) = await tenant.InCallAsync();
        var second = await Guest.OnDeviceAsync(tenant, first.Invitation);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.GetAsync($"/calls/{call}/room/state")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.PostAsync("/ring")).Status);
        Assert.Equal(call, await second.RingAsync());
    }

    [Fact]
    public async Task Without_the_pages_own_token_nothing_changes()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, guest, call) = await tenant.RingingAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await guest.PostAsync($"/calls/{call}/room/hang-up", withToken: false)).Status);
        Assert.Equal("ringing", await tenant.SingleAsync<string>("select state from calls"));
    }

    [Fact]
    public async Task A_guest_never_reads_what_the_host_calls_them()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        await guest.PostAsync($"/calls/{call}/room/chat", new { id = CallLifeTests.NewId(tenant), text = "Good morning" });
        await guest.PostAsync($"/calls/{call}/room/hang-up");
        var seen = (await guest.GetAsync($"/calls/{call}/room/state")).Body;
        Assert.DoesNotContain(Guest.Invitee, seen.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Guest", seen["me"]!["name"]!.GetValue<string>());
        Assert.Equal(Guest.Invitee, (await host.GetAsync($"/calls/{call}/state")).Body["other"]!["name"]!.GetValue<string>());
    }
}
