using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>The call history: whose calls somebody sees, how they are found, and what is told of each (IS-1).</summary>
[Trait("Behaviour", "IS-1")]
public sealed class HistoryTests
{
    [Fact]
    public async Task Everybody_sees_their_own_and_admins_those_of_their_side()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var people = new Dictionary<string, TestAccount>
        {
            ["tenant admin"] = await tenant.AddPartnerUserAsync("admin"), ["supporter"] = await tenant.AddPartnerUserAsync(), ["other supporter"] = await tenant.AddPartnerUserAsync(),
            ["owner"] = await tenant.AddMemberAsync(organization, "owner"), ["admin"] = await tenant.AddMemberAsync(organization, "admin"), ["member"] = await tenant.AddMemberAsync(organization),
        };
        foreach (var name in new[] { "supporter", "member" })
            await (await Guest.InvitedByAsync(tenant, people[name], invitee: "guest of " + name)).RingAsync();

        foreach (var (name, seen) in new (string, string[])[]
            {
                ("tenant admin", ["guest of supporter"]), ("supporter", ["guest of supporter"]), ("other supporter", []),
                ("owner", ["guest of member"]), ("admin", ["guest of member"]), ("member", ["guest of member"]),
            })
        {
            var program = await tenant.ProgramOfAsync(people[name]);
            var items = (await program.GetAsync("/calls")).Body["items"]!.AsArray();
            Assert.Equal(seen, items.Select(item => Text(item!, "invitee")));
            foreach (var call in await tenant.ListAsync<(Guid Id, string Invitee)>("select c.id, i.invitee from calls c join support_invitations i on i.id = c.invitation_id"))
                Assert.Equal(seen.Contains(call.Invitee) ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await program.GetAsync($"/calls/{call.Id}")).Status);
        }
    }

    [Fact]
    public async Task Calls_are_found_by_period_state_channel_person_and_invitee_and_come_in_pages()
    {
        var tenant = await TestTenant.CreateAsync();
        var (admin, supporter) = (await tenant.AddPartnerUserAsync("admin"), await tenant.AddPartnerUserAsync());
        var start = tenant.Now;
        foreach (var (day, person, channel, invitee) in new[] { (0, admin, "email", "Müller"), (1, supporter, "sms", "Rossi"), (2, supporter, "email", "Müller Söhne"), (3, supporter, "email", "García") })
        {
            tenant.Now = start + TimeSpan.FromDays(day);
            var guest = await Guest.InvitedByAsync(tenant, person, channel: channel, invitee: invitee);
            var call = await guest.RingAsync();
            if (invitee == "García") await guest.PostAsync($"/calls/{call}/room/hang-up");
        }

        var program = await tenant.ProgramOfAsync(admin);
        async Task<string> FoundAsync(string query) => string.Join(", ", (await program.GetAsync("/calls" + query)).Body["items"]!.AsArray().Select(item => Text(item!, "invitee")));
        Assert.Equal("García, Müller Söhne, Rossi, Müller", await FoundAsync(""));
        Assert.Equal("Müller Söhne, Müller", await FoundAsync("?invitee=MULLER"));
        Assert.Equal("Rossi", await FoundAsync("?channel=sms"));
        Assert.Equal("García", await FoundAsync("?state=missed"));
        Assert.Equal("Müller", await FoundAsync($"?inviterId={admin.Id}"));
        Assert.Equal("Müller Söhne, Rossi", await FoundAsync($"?from={Uri.EscapeDataString((start + TimeSpan.FromDays(1)).ToString("O"))}&to={Uri.EscapeDataString((start + TimeSpan.FromDays(3)).ToString("O"))}"));
        Assert.Equal("validation_failed", (await program.GetAsync("/calls?state=nonsense")).Code);

        var first = (await program.GetAsync("/calls?limit=3")).Body;
        Assert.Equal(3, first["items"]!.AsArray().Count);
        Assert.Equal("Müller", await FoundAsync($"?limit=3&cursor={Text(first, "nextCursor")}"));
    }

    [Fact]
    public async Task A_calls_page_tells_who_when_how_long_what_was_said_and_how_it_went()
    {
        var tenant = await TestTenant.CreateAsync();
        var inviter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, inviter, "de", channel: "sms");
        var call = await guest.RingAsync();
        var host = await tenant.ProgramOfAsync(inviter);
        tenant.Now += TimeSpan.FromSeconds(90);
        await guest.PostAsync($"/calls/{call}/room/stay", new { media = new { camera = "refused", microphone = "on", block = "in_app" }, device = "Safari, iOS", quality = new { rtt = 520, loss = 0.09, freezes = 4, relay = true, joinMs = 12_400 }, marks = 2 });
        await host.PostAsync($"/calls/{call}/answer");
        await host.PostAsync($"/calls/{call}/chat", new { id = CallLifeTests.NewId(tenant), text = "Guten Tag <b>" });
        tenant.Now += TimeSpan.FromMinutes(5);
        await host.PostAsync($"/calls/{call}/hang-up");

        var whole = (await host.GetAsync($"/calls/{call}")).Body;
        Assert.Equal(("done", "hung_up", "PT1M30S", "PT5M", "de", "sms"), (Text(whole["call"]!, "state"), Text(whole["call"]!, "endReason"), Text(whole["call"]!, "waited"), Text(whole["call"]!, "duration"), Text(whole["call"]!, "language"), Text(whole["call"]!, "channel")));
        Assert.Equal(["left_waiting", "camera_refused", "blocked_in_app", "slow_join", "loss", "slow_line", "freezes", "relayed"], whole["troubles"]!.AsArray().Select(code => code!.GetValue<string>()));

        var browser = tenant.Browse();
        await browser.SignInAsync(inviter.Email);
        var page = await browser.GetAsync($"/calls/{call}");
        Assert.Equal($"Call with {Guest.Invitee}", page.Heading);
        foreach (var fact in new[] { "5 minutes", "Safari, iOS", "Guten Tag <b>", "Through a relay", "12.4 seconds", "9.0%", "opened inside a messenger", "Ended by the inviter", "The call has ended." })
            Assert.Contains(fact, page.Text, StringComparison.Ordinal);
        Assert.Contains("Camera refused", (await browser.GetAsync("/calls")).Document.GetElementById("troubles")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_history_says_what_to_do_and_a_filter_without_hits_how_to_go_on()
    {
        var tenant = await TestTenant.CreateAsync(language: "de");
        var browser = tenant.Browse("de");
        await browser.SignInAsync((await tenant.AddPartnerUserAsync(language: "de")).Email);
        Assert.Contains("Es gab noch keinen Anruf", (await browser.GetAsync("/calls")).Text, StringComparison.Ordinal);
        Assert.Contains("Alles anzeigen", (await browser.GetAsync("/calls?invitee=x")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_troubles_counts_only_what_the_reader_may_see()
    {
        var tenant = await TestTenant.CreateAsync();
        var (one, other) = (await tenant.AddPartnerUserAsync(), await tenant.AddPartnerUserAsync());
        foreach (var person in new[] { one, one, other })
        {
            var guest = await Guest.InvitedByAsync(tenant, person);
            await guest.PostAsync($"/calls/{await guest.RingAsync()}/room/hang-up");
        }

        async Task<string> SharesAsync(TestAccount account)
        {
            var browser = tenant.Browse();
            await browser.SignInAsync(account.Email);
            var cells = (await browser.GetAsync("/calls")).Document.QuerySelectorAll("#troubles tbody td");
            return string.Join(' ', cells.Select(cell => cell.TextContent.Trim()));
        }

        Assert.Equal("2 100%", await SharesAsync(one));
        Assert.Equal("1 100%", await SharesAsync(other));
        Assert.Equal("3 100%", await SharesAsync(await tenant.AddPartnerUserAsync("admin")));
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
