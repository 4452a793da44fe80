using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Limits;

/// <summary>How long access and invitations may last (TN-5).</summary>
public sealed class LimitsTests
{
    private const string Here = "/settings/limits";

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task An_admin_sets_the_limits_and_everybody_is_held_by_them_at_once()
    {
        var (tenant, api) = await AdminAsync();
        var answer = (await api.GetAsync("/limits")).Body;
        Assert.Equal(("P7D", "P1D"), (answer["longestAccess"]!.GetValue<string>(), answer["invitationLifetime"]!.GetValue<string>()));

        var changed = await api.PatchAsync("/limits", new { longestAccess = "PT4H", invitationLifetime = "PT15M" });
        Assert.Equal((HttpStatusCode.OK, "PT4H"), (changed.Status, changed.Body["longestAccess"]!.GetValue<string>()));
        var organization = await tenant.AddOrganizationAsync();
        await tenant.AddMemberAsync(organization, "owner");
        await WaitForAsync(tenant, limits => limits.InvitationLifetime == TimeSpan.FromMinutes(15));
        var asked = await api.PostAsync($"/organizations/{organization}/access-requests", new { duration = "PT5H" });
        Assert.Equal("duration_out_of_range", asked.Code);
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync($"/organizations/{organization}/access-requests", new { duration = "PT4H" })).Status);
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task What_is_not_mentioned_stays_and_the_trail_says_what_changed()
    {
        var (tenant, api) = await AdminAsync();
        await api.PatchAsync("/limits", new { invitationLifetime = "PT2H" });
        await api.PatchAsync("/limits", new { invitationLifetime = "PT120M" });
        Assert.Equal("P7D", (await api.GetAsync("/limits")).Body["longestAccess"]!.GetValue<string>());
        Assert.Equal(
            """{"invitationLifetime": {"after": "PT2H", "before": "P1D"}}""",
            await tenant.SingleAsync<string>("select (d.details -> 'changes')::text from audit_events e join audit_details d on d.event_id = e.id where e.action = 'ChangeLimits'"));
    }

    [Theory, Trait("Behaviour", "TN-5")]
    [InlineData("longestAccess", "PT59S")]
    [InlineData("longestAccess", "P31D")]
    [InlineData("longestAccess", "P1M")]
    [InlineData("longestAccess", "")]
    [InlineData("invitationLifetime", "PT14M59S")]
    [InlineData("invitationLifetime", "P7DT1S")]
    public async Task A_length_out_of_bounds_is_refused_at_its_field(string field, string length)
    {
        var (_, api) = await AdminAsync();
        var answer = await api.PatchAsync("/limits", new Dictionary<string, string> { ["longestAccess"] = "PT1H", ["invitationLifetime"] = "PT1H", [field] = length });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "duration_out_of_range"), (answer.Status, answer.Code));
        Assert.Equal(field, answer.Body["errors"]!.AsObject().Single().Key);
        Assert.Equal("P7D", (await api.GetAsync("/limits")).Body["longestAccess"]!.GetValue<string>());
    }

    [Theory, Trait("Behaviour", "TN-5")]
    [InlineData("longestAccess", "PT1M")]
    [InlineData("longestAccess", "P30D")]
    [InlineData("invitationLifetime", "PT15M")]
    [InlineData("invitationLifetime", "P7D")]
    public async Task The_bounds_themselves_are_allowed(string field, string length)
    {
        var (_, api) = await AdminAsync();
        Assert.Equal(length, (await api.PatchAsync("/limits", new Dictionary<string, string> { [field] = length })).Body[field]!.GetValue<string>());
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task Of_two_who_save_at_once_the_second_is_shown_what_the_first_has_saved_and_can_save_over_it()
    {
        var (tenant, api) = await AdminAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        var form = await browser.GetAsync(Here);
        Assert.Equal("P7D", form.Document.QuerySelector("[name='Form.LongestAccess'] option[selected]")!.GetAttribute("value"));
        await api.PatchAsync("/limits", new { longestAccess = "PT20M" });

        var page = await browser.SubmitAsync(form, "[name='Form.LongestAccess']", ("Form.LongestAccess", "PT8H"));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Stands there now: 20 minutes", page.Text, StringComparison.Ordinal);
        Assert.Equal("PT8H", page.Document.QuerySelector("[name='Form.LongestAccess'] option[selected]")!.GetAttribute("value"));

        page = await browser.SubmitAsync(page, "[name='Form.LongestAccess']");
        Assert.Contains("The limits are saved.", page.Text, StringComparison.Ordinal);
        Assert.Equal("PT8H", (await api.GetAsync("/limits")).Body["longestAccess"]!.GetValue<string>());
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task Nobody_but_tenant_admins_sees_or_changes_them()
    {
        var (tenant, _) = await AdminAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        var api = await tenant.Call().SignInAsync(supporter.Email);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync("/limits")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PatchAsync("/limits", new { longestAccess = "PT1H" })).Status);
        var browser = tenant.Browse();
        await browser.SignInAsync(supporter.Email);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Here)).Status);
    }

    private static async Task<(TestTenant Tenant, Api Api)> AdminAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        return (tenant, await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email));
    }

    /// <summary>Nodes hear of the change from the database, a moment after it.</summary>
    private static async Task WaitForAsync(TestTenant tenant, Func<TenantInfo, bool> isSo)
    {
        var store = tenant.Node.Services.GetRequiredService<TenantStore>();
        for (var i = 0; !isSo((await store.GetByIdentifierAsync(tenant.Slug))!); i++)
        {
            Assert.True(i < 500, "The node did not hear of the change.");
            await Task.Delay(10);
        }
    }
}
