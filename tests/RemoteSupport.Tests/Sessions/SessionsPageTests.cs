using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Sessions;

public sealed class SessionsPageTests
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task The_page_names_each_device_with_its_address_and_last_use_this_one_first()
    {
        var (tenant, here, there) = await TwoDevicesAsync("de");

        var page = await here.GetAsync("/sessions");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var rows = page.Document.QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("Chrome auf Windows", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Dieses Gerät", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Safari auf iPhone", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("vor 20 Minuten", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("10. März 2026, 10:00 (Europe/Rome)", rows[1].TextContent.Replace("Mär ", "März ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotNull(there);
        Assert.NotNull(tenant);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task Another_device_is_ended_by_its_button()
    {
        var (_, here, there) = await TwoDevicesAsync();

        var page = await here.SubmitAsync(await here.GetAsync("/sessions"), "tbody tr:nth-child(2) button");

        Assert.Contains("The session is ended.", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.StartsWith("/sign-in", (await there.GetAsync("/sessions")).Path, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task Ending_this_device_signs_out_and_takes_the_cookie_away()
    {
        var (_, here, there) = await TwoDevicesAsync();

        var page = await here.SubmitAsync(await here.GetAsync("/sessions"), "tbody tr:nth-child(1) button");

        Assert.Equal("/sign-in", page.Path);
        Assert.DoesNotContain("__Host-session", here.Cookies.Keys);
        Assert.Equal("Sessions", (await there.GetAsync("/sessions")).Heading);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task All_others_are_ended_at_once_and_then_there_is_no_button_for_it()
    {
        var (_, here, there) = await TwoDevicesAsync();

        var page = await here.SubmitAsync(await here.GetAsync("/sessions"), ".page-head button");

        Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Null(page.Document.QuerySelector(".page-head button"));
        Assert.StartsWith("/sign-in", (await there.GetAsync("/sessions")).Path, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task The_id_of_somebody_elses_session_is_not_found()
    {
        var (tenant, here, _) = await TwoDevicesAsync();
        var colleague = tenant.Browse();
        await colleague.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var theirs = (await colleague.GetAsync("/sessions")).Document.QuerySelector("input[name=id]")!.GetAttribute("value")!;

        var page = await here.SubmitAsync(await here.GetAsync("/sessions"), "tbody tr:nth-child(2) button", ("id", theirs));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Sessions", (await colleague.GetAsync("/sessions")).Heading);
    }

    private static async Task<(TestTenant Tenant, Browser Here, Browser There)> TwoDevicesAsync(string language = "en")
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(language: language);
        var (here, there) = (tenant.Browse(), tenant.Browse());
        there.UserAgent = Phone;
        await there.SignInAsync(account.Email);
        tenant.Now += TimeSpan.FromMinutes(20);
        await here.SignInAsync(account.Email);
        return (tenant, here, there);
    }
}
