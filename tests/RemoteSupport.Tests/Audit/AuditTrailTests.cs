using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Members;

namespace RemoteSupport.Tests.Audit;

/// <summary>Who reads which entries of the trail, and how to find them (AU-2).</summary>
public sealed class AuditTrailTests
{
    [Fact, Trait("Behaviour", "AU-2")]
    public async Task An_entry_says_who_did_what_to_whom_and_from_what_to_what()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Admin);
        await api.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });

        var entry = (await ListAsync(api, "?action=ChangeMemberRole")).Single();
        Assert.Equal(
            (team.Admin.Id, team.Admin.Name, "admin", team.Admin.Name),
            (entry["actor"]!["id"]!.GetValue<Guid>(), entry["actor"]!["name"]!.GetValue<string>(), entry["actor"]!["role"]!.GetValue<string>(), entry["actor"]!["label"]!.GetValue<string>()));
        Assert.Equal(("Role of a member changed", "127.0.0.1"), (entry["actionLabel"]!.GetValue<string>(), entry["ip"]!.GetValue<string>()));
        Assert.Equal(("account", team.Member.Id, team.Member.Name), (entry["target"]!["kind"]!.GetValue<string>(), entry["target"]!["id"]!.GetValue<Guid>(), entry["target"]!["name"]!.GetValue<string>()));
        Assert.Equal("""[{"field":"role","label":"Role","before":"member","after":"admin"}]""", entry["changes"]!.ToJsonString());
    }

    [Fact, Trait("Behaviour", "AU-2")]
    public async Task The_newest_comes_first_in_pages()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Owner);
        for (var i = 0; i < 5; i++)
        {
            team.Tenant.Now += TimeSpan.FromMinutes(1);
            await api.PatchAsync($"/members/{team.Member.Id}", new { role = i % 2 == 0 ? "admin" : "member" });
        }

        var seen = new List<DateTimeOffset>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await api.GetAsync("/audit-events?action=ChangeMemberRole&limit=2" + cursor)).Body;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["at"]!.GetValue<DateTimeOffset>()));
            cursor = page["nextCursor"] is { } next ? "&cursor=" + next.GetValue<string>() : null;
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.GetAsync("/audit-events?limit=0")).Status);
    }

    [Fact, Trait("Behaviour", "AU-2")]
    public async Task Each_filter_finds_its_entries_only_and_together_they_narrow()
    {
        var team = await Team.CreateAsync();
        var (owner, admin) = (await team.SignInAsync(team.Owner), await team.SignInAsync(team.Admin));
        var other = await team.Tenant.AddMemberAsync(team.Id);
        team.Tenant.Now += TimeSpan.FromHours(1);
        var from = team.Tenant.Now;
        await owner.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });
        await admin.PatchAsync($"/members/{other.Id}", new { role = "admin" });
        team.Tenant.Now += TimeSpan.FromHours(1);
        var inside = await team.Tenant.EnterAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "super_admin");
        await inside.PatchAsync($"/members/{other.Id}", new { status = "deactivated" });

        Assert.Equal(["ChangeMemberRole"], Actions(await ListAsync(owner, $"?actorId={team.Admin.Id}&action=ChangeMemberRole")));
        Assert.Equal(["DeactivateMember"], Actions(await ListAsync(owner, "?remote=true")));
        Assert.Equal(["DeactivateMember", "ChangeMemberRole"], Actions(await ListAsync(owner, $"?targetId={other.Id}")));
        var (start, end) = (Uri.EscapeDataString(from.ToString("O")), Uri.EscapeDataString(team.Tenant.Now.ToString("O")));
        Assert.Equal(["DeactivateMember", "ChangeMemberRole", "ChangeMemberRole"], Actions(await ListAsync(owner, $"?from={start}")));
        Assert.Equal(["ChangeMemberRole", "ChangeMemberRole"], Actions(await ListAsync(owner, $"?from={start}&to={end}")));
        Assert.Equal(["ChangeMemberRole"], Actions(await ListAsync(owner, $"?from={start}&to={end}&targetId={other.Id}")));
        Assert.Empty(await ListAsync(owner, "?action=" + Uri.EscapeDataString("x\0'; drop")));
        Assert.Empty(await ListAsync(owner, "?from=9999-12-31T23:59:59Z"));
        Assert.NotEmpty(await ListAsync(owner, "?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task An_organization_sees_its_own_entries_and_nobody_elses()
    {
        var team = await Team.CreateAsync();
        var (sibling, stranger) = (await Team.CreateAsync(team.Tenant), await Team.CreateAsync());
        foreach (var other in new[] { sibling, stranger }) await (await other.SignInAsync(other.Owner)).PatchAsync($"/members/{other.Member.Id}", new { role = "admin" });

        var api = await team.SignInAsync(team.Admin);
        Assert.All(await ListAsync(api, ""), entry => Assert.Equal(team.Id, entry["organizationId"]!.GetValue<Guid>()));
        Assert.Empty(await ListAsync(api, $"?targetId={sibling.Member.Id}"));
        foreach (var other in new[] { sibling, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/audit-events?organizationId={other.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/audit-events/export?organizationId={other.Id}")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"/audit-events?organizationId={team.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await team.SignInAsync(team.Member)).GetAsync("/audit-events")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await team.SignInAsync(await team.Tenant.AddPartnerUserAsync())).GetAsync("/audit-events")).Status);
    }

    [Fact, Trait("Behaviour", "AU-2")]
    public async Task A_tenant_admin_sees_the_partners_own_doing_and_nothing_of_the_inside_of_customers_that_manage_themselves()
    {
        var team = await Team.CreateAsync();
        var managed = await team.Tenant.AddOrganizationAsync("service_provider");
        var (theirs, served) = (await team.SignInAsync(team.Owner), await team.SignInAsync(await team.Tenant.AddMemberAsync(managed, "admin")));
        await theirs.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });
        var supporter = await team.Tenant.AddPartnerUserAsync();
        await (await team.Tenant.EnterAsync(supporter, team.Id, "super_admin")).PatchAsync($"/members/{team.Member.Id}", new { status = "deactivated" });

        var api = await team.SignInAsync(await team.Tenant.AddPartnerUserAsync("admin"));
        var entries = await ListAsync(api, "");
        Assert.DoesNotContain(entries, entry => entry["actor"]!["id"]?.GetValue<Guid>() == team.Owner.Id);
        Assert.DoesNotContain("DeactivateMember", Actions(entries));
        Assert.Contains(entries, entry => entry["organizationId"]?.GetValue<Guid>() == managed);
        Assert.Contains(entries, entry => entry["organizationId"] is null && entry["action"]!.GetValue<string>() == "SignIn");
        Assert.Empty(Actions(await ListAsync(api, $"?organizationId={team.Id}")));
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/audit-events?organizationId={(await Team.CreateAsync()).Id}")).Status);
        Assert.NotNull(served);
    }

    [Fact, Trait("Behaviour", "RA-14")]
    public async Task What_was_done_in_a_remote_login_stands_there_as_Remote_Support_in_the_readers_language()
    {
        var team = await Team.CreateAsync();
        var supporter = await team.Tenant.AddPartnerUserAsync();
        var (token, login) = await team.Tenant.ActAsync(supporter, team.Id, "super_admin");
        await team.Tenant.Call(token).PatchAsync($"/members/{team.Member.Id}", new { status = "deactivated" });

        var owner = await team.SignInAsync(team.Owner);
        var entry = (await ListAsync(owner, "?remote=true")).Single();
        Assert.Equal(
            ($"Remote Support – {supporter.Name}", "super_admin", login, team.Id),
            (entry["actor"]!["label"]!.GetValue<string>(), entry["actor"]!["actingAs"]!.GetValue<string>(), entry["actor"]!["remoteLoginId"]!.GetValue<Guid>(), entry["organizationId"]!.GetValue<Guid>()));
        Assert.Equal("""[{"field":"status","label":"Status","before":"active","after":"deactivated"}]""", entry["changes"]!.ToJsonString());

        var browser = team.Tenant.Browse("de");
        await team.Tenant.RunAsync("update accounts set language = 'de' where id = @Id", new { team.Owner.Id });
        await browser.SignInAsync(team.Owner.Email);
        var row = (await browser.GetAsync("/manage/audit-trail?remote=true")).Document.QuerySelector("#audit-events tbody tr")!;
        Assert.Contains($"Fernsupport – {supporter.Name}", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Superadministrator · 127.0.0.1", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mitglied deaktiviert", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aktiv → Deaktiviert", row.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "RA-14")]
    public async Task Open_pages_of_the_organization_hear_of_every_entry()
    {
        var team = await Team.CreateAsync();
        await (await team.Tenant.EnterAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "super_admin")).PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });
        Assert.Contains("audit", await team.Tenant.ListAsync<string>("select what from live_events where topic = @topic", new { topic = $"organization/{team.Id:N}" }));
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(Api api, string query)
    {
        var answer = await api.GetAsync("/audit-events" + query);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. answer.Body["items"]!.AsArray().Select(item => item!)];
    }

    private static IEnumerable<string> Actions(IEnumerable<JsonNode> entries) => entries.Select(entry => entry["action"]!.GetValue<string>());
}
