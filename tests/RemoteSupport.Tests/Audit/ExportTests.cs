using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Members;

namespace RemoteSupport.Tests.Audit;

/// <summary>The trail as a file, of any size (AU-2).</summary>
[Trait("Behaviour", "AU-2")]
public sealed class ExportTests
{
    [Fact]
    public async Task JSON_Lines_hold_the_same_entries_as_the_list_one_a_line()
    {
        var team = await Team.CreateAsync();
        var (api, token) = await SignInAsync(team, team.Owner);
        await api.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });

        var (lines, type) = await ExportAsync(team, token, "?format=jsonl&action=ChangeMemberRole");
        Assert.Equal("application/jsonl", type);
        var listed = (await api.GetAsync("/audit-events?action=ChangeMemberRole")).Body["items"]![0]!.ToJsonString();
        Assert.Equal(listed, JsonNode.Parse(Assert.Single(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!.ToJsonString());
    }

    [Fact]
    public async Task CSV_says_it_in_words_a_line_for_each_changed_field()
    {
        var team = await Team.CreateAsync();
        var (api, token) = await SignInAsync(team, team.Owner);
        await Team.InviteAsync(api, team, "nina@example.com", "Nina, \"la\" Nuova");

        var (csv, type) = await ExportAsync(team, token, "?format=csv&action=InviteMember");
        var lines = csv.Split("\r\n");
        Assert.Equal("text/csv", type);
        Assert.Equal("\uFEFFTime,Person,Role,IP address,Organization,Action,What it was done to,Field,Before,After", lines[0]);
        var organization = "Organization " + team.Id.ToString("N")[^6..];
        Assert.Equal($"2026-03-10T09:00:00Z,{team.Owner.Name},Owner,127.0.0.1,{organization},Member invited,\"Account: Nina, \"\"la\"\" Nuova\",Role,nothing,Member", lines[1]);
        Assert.EndsWith("E-mail address,nothing,nina@example.com", lines[2], StringComparison.Ordinal);
        Assert.Equal(["", 4], [lines[3], (object)lines.Length]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+39 06")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =HYPERLINK(\"http://x.example\")")]
    public async Task A_cell_that_a_spreadsheet_would_calculate_is_text(string name)
    {
        var team = await Team.CreateAsync();
        await team.Tenant.RunAsync("update accounts set name = @name where id = @Id", new { name, team.Owner.Id });
        var (_, token) = await SignInAsync(team, team.Owner);
        var (csv, _) = await ExportAsync(team, token, "?format=csv&action=SignIn");
        var cell = csv.Split("\r\n")[1].Split(',', 2)[1];
        Assert.StartsWith(name.Contains('"', StringComparison.Ordinal) ? "\"'" : "'", cell, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Far_more_entries_than_a_list_shows_come_whole_and_in_order()
    {
        var team = await Team.CreateAsync();
        await team.Tenant.RunAsync(
            """
            with made as (
              insert into audit_events (id, at, action, organization_id, details_hash)
              select (lpad(to_hex(1773133200000 + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid, '2026-03-10 09:00:00Z'::timestamptz + n * interval '1 ms', 'EndSession', @Id, ''
              from generate_series(1, 2500) n returning id)
            insert into audit_details (event_id, salt, details) select id, '', '{"actor":null,"target":null,"changes":{}}' from made
            """,
            new { team.Id });
        var (_, token) = await SignInAsync(team, team.Admin);
        var (lines, _) = await ExportAsync(team, token, "?action=EndSession");
        var times = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["at"]!.GetValue<DateTimeOffset>()).ToList();
        Assert.Equal(2500, times.Count);
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task An_export_from_inside_is_recorded_once_and_a_stranger_gets_none()
    {
        var team = await Team.CreateAsync();
        var (token, _) = await team.Tenant.ActAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "look_only");
        await ExportAsync(team, token, "?format=csv");
        Assert.Single(await team.TrailAsync("ExportAuditEvents"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await team.SignInAsync(team.Member)).GetAsync("/audit-events/export")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await team.Tenant.Call(token).GetAsync("/audit-events/export?format=xml")).Status);
    }

    private static async Task<(Api Api, string Token)> SignInAsync(Team team, TestAccount person)
    {
        var token = (await team.Tenant.Call().TrySignInAsync(person.Email, TestTenant.Password)).Body["accessToken"]!.GetValue<string>();
        return (team.Tenant.Call(token), token);
    }

    private static async Task<(string Text, string? Type)> ExportAsync(Team team, string token, string query)
    {
        using var request = TestHttp.Request(team.Tenant, HttpMethod.Get, "/api/v1/audit-events/export" + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await TestHttp.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), response.Content.Headers.ContentType?.MediaType);
    }
}
