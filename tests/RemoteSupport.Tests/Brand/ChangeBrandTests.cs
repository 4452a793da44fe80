using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Tenants;

namespace RemoteSupport.Tests.Brand;

/// <summary>The brand by the JSON API: what may be in it, who may, two at once, and what the trail says.</summary>
[Trait("Behaviour", "TN-3")]
public sealed class ChangeBrandTests
{
    [Fact]
    public async Task What_is_not_mentioned_stays_and_null_takes_away()
    {
        var (tenant, api) = await AdminAsync();
        var whole = await api.PatchAsync("/brand", new
        {
            name = " Ponteverde ", accentColor = "#AA0011", supportEmail = "aiuto@ponteverde.example", senderName = "Ponteverde Assistenza", footers = new { it = "Ponteverde Srl\r\nP. IVA 01", de = "Ponteverde" },
            imprintUrl = "https://ponteverde.example/note", privacyUrl = "https://ponteverde.example/privacy", languages = new[] { "it", "de" }, defaultLanguage = "it", timeZone = "Europe/Berlin", country = "de",
        });
        Assert.Equal(HttpStatusCode.OK, whole.Status);

        var part = (await api.PatchAsync("/brand", new { senderName = (string?)null, footers = new { de = (string?)null }, imprintUrl = "" })).Body;

        var expected = JsonNode.Parse(
            """
            {"name":"Ponteverde","accentColor":"#aa0011","supportEmail":"aiuto@ponteverde.example","footers":{"it":"Ponteverde Srl\nP. IVA 01"},
             "privacyUrl":"https://ponteverde.example/privacy","defaultLanguage":"it","languages":["it","de"],"timeZone":"Europe/Berlin","country":"DE","hasLogo":false,"hasIcon":false,"version":3}
            """);
        Assert.True(JsonNode.DeepEquals(expected, part), part.ToJsonString());
        Assert.True(JsonNode.DeepEquals(expected, (await api.GetAsync("/brand")).Body));
        Assert.Equal("Ponteverde", await tenant.SingleAsync<string>("select name from tenant_settings"));
    }

    [Theory]
    [InlineData("name", "\"\"")]
    [InlineData("name", "\"two\\nlines\"")]
    [InlineData("accentColor", "\"red\"")]
    [InlineData("accentColor", "\"#12345\"")]
    [InlineData("supportEmail", "\"nobody\"")]
    [InlineData("senderName", "\"Evil\\r\\nBcc: all@example.com\"")]
    [InlineData("imprintUrl", "\"http://example.com\"")]
    [InlineData("imprintUrl", "\"javascript:alert(1)\"")]
    [InlineData("imprintUrl", "\"https://example.com@evil.example\"")]
    [InlineData("imprintUrl", "\"https://exa mple.com\"")]
    [InlineData("privacyUrl", "\"https://localhost\"")]
    [InlineData("privacyUrl", "\"https://example.com/\\u0000\"")]
    [InlineData("languages", "[]")]
    [InlineData("languages", "[\"it\",\"fr\"]")]
    [InlineData("defaultLanguage", "\"fr\"")]
    [InlineData("timeZone", "\"Europe/Atlantis\"")]
    [InlineData("country", "\"Italy\"")]
    [InlineData("footers[fr]", null)]
    public async Task What_cannot_be_is_said_at_its_field(string field, string? value)
    {
        var (tenant, api) = await AdminAsync();
        var body = value is null ? """{"footers":{"fr":"Bonjour"}}""" : $$"""{"{{field}}":{{value}}}""";
        var answer = await api.SendRawAsync(HttpMethod.Patch, "/brand", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (answer.Status, answer.Code));
        Assert.Equal([field], answer.Body["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal(1, await tenant.SingleAsync<long>("select version from tenant_settings"));
    }

    [Fact]
    public async Task A_default_language_that_nobody_can_choose_is_refused_from_both_sides()
    {
        var (_, api) = await AdminAsync();
        Assert.NotNull((await api.PatchAsync("/brand", new { languages = new[] { "it" } })).Body["errors"]!["defaultLanguage"]);
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync("/brand", new { languages = new[] { "it" }, defaultLanguage = "it" })).Status);
    }

    [Fact]
    public async Task Whoever_names_an_older_version_is_refused()
    {
        var (tenant, api) = await AdminAsync();
        var seen = (await api.GetAsync("/brand")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync("/brand", new { name = "First" }, seen)).Status);

        var late = await api.PatchAsync("/brand", new { name = "Second" }, seen);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed_meanwhile"), (late.Status, late.Code));
        Assert.Equal("First", await tenant.SingleAsync<string>("select name from tenant_settings"));
        foreach (var tag in new[] { (await api.GetAsync("/brand")).Headers.ETag!.Tag, "*" }) Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync("/brand", new { name = "Third" }, tag)).Status);
    }

    [Fact]
    public async Task Of_two_at_once_who_have_seen_the_same_one_wins()
    {
        var (_, api) = await AdminAsync();
        var seen = (await api.GetAsync("/brand")).Headers.ETag!.Tag;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(one => api.PatchAsync("/brand", new { name = $"Name {one}" }, seen)));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], both.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task The_trail_names_each_change_and_saving_the_same_leaves_no_entry()
    {
        var (tenant, api) = await AdminAsync();
        object change = new { senderName = "Ponteverde", footers = new { it = "Ponteverde Srl" } };
        await api.PatchAsync("/brand", change);
        await api.PatchAsync("/brand", change);

        var details = await tenant.ListAsync<string>("select d.details::text from audit_events e join audit_details d on d.event_id = e.id where e.action = 'ChangeBrand'");
        var changes = JsonNode.Parse(Assert.Single(details))!["changes"]!;
        Assert.Equal(("Ponteverde", "it: Ponteverde Srl"), (changes["senderName"]!["after"]!.GetValue<string>(), changes["footers"]!["after"]![0]!.GetValue<string>()));
        Assert.Equal(2, await tenant.SingleAsync<long>("select version from tenant_settings"));
    }

    [Fact]
    public async Task What_the_admins_set_stays_when_the_operator_changes_the_rest()
    {
        var (tenant, api) = await AdminAsync();
        await api.PatchAsync("/brand", new { footers = new { it = "Ponteverde Srl" }, imprintUrl = "https://ponteverde.example/" });
        await Operator.SendAsync(new CreateTenant(tenant.Slug) { Name = "Renamed" });
        var brand = (await api.GetAsync("/brand")).Body;
        Assert.Equal(("Renamed", "Ponteverde Srl", "https://ponteverde.example/"), (brand["name"]!.GetValue<string>(), brand["footers"]!["it"]!.GetValue<string>(), brand["imprintUrl"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Pictures_come_and_go_and_what_is_none_is_refused_at_its_field()
    {
        var (tenant, api) = await AdminAsync();
        Assert.Equal(HttpStatusCode.OK, (await api.PutAsync("/brand/logo", Pictures.Png(100, 40))).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.PutAsync("/brand/logo", Pictures.Png(100, 40))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PutAsync("/brand/icon", "<svg/>"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PutAsync("/brand/icon", Pictures.Png(100, 40))).Status);
        var brand = (await api.GetAsync("/brand")).Body;
        Assert.Equal((true, false, 2L), (brand["hasLogo"]!.GetValue<bool>(), brand["hasIcon"]!.GetValue<bool>(), brand["version"]!.GetValue<long>()));

        Assert.False((await api.DeleteAsync("/brand/logo")).Body["hasLogo"]!.GetValue<bool>());
        Assert.Empty(await tenant.ListAsync<string>("select kind from brand_images"));
        Assert.Equal(["ReplaceBrandPicture", "RemoveBrandPicture"], await tenant.ListAsync<string>("select action from audit_events where action like '%BrandPicture' order by action desc"));
    }

    private static async Task<(TestTenant Tenant, Api Api)> AdminAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        return (tenant, await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email));
    }
}
