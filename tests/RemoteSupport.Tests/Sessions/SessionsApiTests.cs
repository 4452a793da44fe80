using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Sessions;

public sealed class SessionsApiTests
{
    [Fact, Trait("Behaviour", "AC-9")]
    public async Task The_list_shows_the_callers_own_running_sessions_newest_first()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var browser = tenant.Browse();
        await browser.SignInAsync(account.Email);
        tenant.Now += TimeSpan.FromMinutes(5);
        var api = await tenant.Call().SignInAsync(account.Email);

        var list = (await api.GetAsync("/sessions")).Body;

        Assert.True(list.AsObject().ContainsKey("nextCursor"));
        var items = list["items"]!.AsArray();
        Assert.Equal(["Unknown device", "Chrome on Windows"], items.Select(item => item!["device"]!.GetValue<string>()));
        Assert.Equal([true, false], items.Select(item => item!["current"]!.GetValue<bool>()));
        Assert.Equal("127.0.0.1", items[1]!["ip"]!.GetValue<string>());
        Assert.Equal(TestClock.Start, items[1]!["startedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(TestClock.Start, items[1]!["lastSeenAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(TestClock.Start.AddDays(30), items[1]!["endsAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task What_is_over_is_not_listed()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        await tenant.Call().SignInAsync(account.Email);
        tenant.Now += TimeSpan.FromHours(12);
        var api = await tenant.Call().SignInAsync(account.Email);

        Assert.Single((await api.GetAsync("/sessions")).Body["items"]!.AsArray());
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_long_list_comes_in_pages_that_hold_each_session_once()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var api = await tenant.Call().SignInAsync(account.Email);
        for (var i = 0; i < 4; i++) await tenant.Call().SignInAsync(account.Email);

        var seen = new List<string>();
        for (JsonNode? cursor = ""; cursor is not null;)
        {
            var page = (await api.GetAsync($"/sessions?limit=2{(cursor.ToString() is { Length: > 0 } c ? "&cursor=" + c : "")}")).Body;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            cursor = page["nextCursor"];
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct().Count());
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("?limit=0", 422)]
    [InlineData("?limit=201", 422)]
    [InlineData("?limit=many", 400)]
    [InlineData("?cursor=nonsense", 400)]
    public async Task A_limit_or_cursor_that_makes_no_sense_is_refused(string query, int status)
    {
        var tenant = await TestTenant.CreateAsync();
        var api = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        Assert.Equal(status, (int)(await api.GetAsync("/sessions" + query)).Status);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task One_session_is_ended_and_the_others_go_on()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var (api, lost) = (await tenant.Call().SignInAsync(account.Email), await tenant.Call().SignInAsync(account.Email));
        var id = await CurrentAsync(lost);

        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync("/sessions/" + id)).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await lost.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.DeleteAsync("/sessions/" + id)).Status);
        Assert.Single(await tenant.ListAsync<string>("select action from audit_events where action = 'EndSession'"));
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task Ending_the_session_one_is_in_signs_out()
    {
        var tenant = await TestTenant.CreateAsync();
        var api = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);

        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync("/sessions/" + await CurrentAsync(api))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/sessions")).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_session_of_somebody_else_or_of_another_tenant_is_not_found_and_goes_on()
    {
        var (tenant, elsewhere) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var api = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        var colleague = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var stranger = await elsewhere.Call().SignInAsync((await elsewhere.AddPartnerUserAsync()).Email);

        foreach (var other in new[] { colleague, stranger })
        {
            var answer = await api.DeleteAsync("/sessions/" + await CurrentAsync(other));
            Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
            Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/me")).Status);
        }
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task Nobody_sees_sessions_without_signing_in()
    {
        var tenant = await TestTenant.CreateAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().GetAsync("/sessions")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().DeleteAsync("/sessions/" + Guid.Empty)).Status);
    }

    private static async Task<string> CurrentAsync(Api api) =>
        (await api.GetAsync("/sessions")).Body["items"]!.AsArray().Single(item => item!["current"]!.GetValue<bool>())!["id"]!.GetValue<string>();
}
