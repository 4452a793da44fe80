using System.Net;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Organizations;

namespace RemoteSupport.Tests.ProblemReports;

public sealed class WhoSeesTests
{
    [Theory, Trait("Behaviour", "PR-2"), Trait("Behaviour", "TN-2")]
    [InlineData("customer", false)]
    [InlineData("service_provider", true)]
    public async Task A_supporter_whom_a_report_does_not_concern_sees_it_only_where_the_provider_manages(string managedBy, bool sees)
    {
        var scene = await Reported.BeginAsync(managedBy);
        var id = await scene.ReportedAsync();
        foreach (var role in new[] { "supporter", "admin" })
        {
            var stranger = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddPartnerUserAsync(role)).Email);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await stranger.GetAsync($"/problem-reports/{id}")).Status);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await stranger.PostAsync($"/problem-reports/{id}/replies", new { text = "Hello" })).Status);
            Assert.Equal(sees ? 1 : 0, (await stranger.GetAsync($"/organizations/{scene.Organization}/problem-reports")).Body["items"]!.AsArray().Count);
        }
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task From_inside_a_customers_reports_are_seen_by_whoever_was_let_in()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var supporter = await scene.Tenant.AddPartnerUserAsync();
        foreach (var role in new[] { "super_admin", "look_only" })
            Assert.Equal(HttpStatusCode.OK, (await (await scene.Tenant.EnterAsync(supporter, scene.Organization, role)).GetAsync($"/problem-reports/{id}")).Status);
        var visits = await scene.Tenant.ListAsync<string>("select acting_as from audit_events where action = 'ShowProblemReport' order by acting_as");
        Assert.Equal(["look_only", "super_admin"], visits);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Members_see_their_own_reports_owners_and_admins_all_of_the_organization_others_none()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var colleague = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddMemberAsync(scene.Organization)).Email);
        var elsewhere = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddMemberAsync(await scene.Tenant.AddOrganizationAsync(), "owner")).Email);

        Assert.Equal(HttpStatusCode.OK, (await scene.AsMember.GetAsync($"/problem-reports/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await scene.AsOwner.GetAsync($"/problem-reports/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/problem-reports/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/problem-reports/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsync($"/organizations/{scene.Organization}/problem-reports", new { application = "A", summary = "B", description = "C" })).Status);
        Assert.Empty((await colleague.GetAsync($"/organizations/{scene.Organization}/problem-reports")).Body["items"]!.AsArray());
    }

    [Fact, Trait("Behaviour", "PR-1")]
    public async Task A_customer_learns_no_partner_users_address_and_a_member_no_names()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var owners = (await scene.AsOwner.GetAsync($"/problem-reports/{id}")).Body.ToJsonString();
        Assert.DoesNotContain(scene.Contact.Email, owners, StringComparison.Ordinal);
        Assert.Contains(scene.Contact.Name, owners, StringComparison.Ordinal);
        Assert.Contains(Reported.Address, owners, StringComparison.Ordinal);
        var members = (await scene.AsMember.GetAsync($"/problem-reports/{id}")).Body["deliveries"]!.ToJsonString();
        Assert.DoesNotContain(scene.Contact.Name, members, StringComparison.Ordinal);
        Assert.DoesNotContain(Reported.Address, members, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task A_contact_who_is_a_member_looks_after_it_and_the_reporter_does_not()
    {
        var scene = await Reported.BeginAsync();
        var helper = await scene.Tenant.AddMemberAsync(scene.Organization);
        await scene.SaveContactsAsync([], [helper.Email]);
        var id = await scene.ReportedAsync();

        (await scene.AsMember.PostAsync($"/problem-reports/{id}/take")).IsRefused(HttpStatusCode.Forbidden, "forbidden");
        (await scene.AsMember.PostAsync($"/problem-reports/{id}/resolve")).IsRefused(HttpStatusCode.Forbidden, "forbidden");
        (await (await scene.Tenant.Call().SignInAsync(helper.Email)).PostAsync($"/problem-reports/{id}/take")).IsDone();
        Assert.Equal("taken", await scene.StateAsync(id));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task The_list_is_narrowed_to_a_state_and_goes_on_page_by_page()
    {
        var scene = await Reported.BeginAsync();
        for (var i = 0; i < 3; i++) await scene.ReportedAsync();
        var first = (await scene.AsContact.GetAsync($"/organizations/{scene.Organization}/problem-reports?limit=2")).Body;
        Assert.Equal([1003L, 1002L], first["items"]!.AsArray().Select(item => item!["number"]!.GetValue<long>()));
        var second = (await scene.AsContact.GetAsync($"/organizations/{scene.Organization}/problem-reports?limit=2&cursor={first["nextCursor"]}")).Body;
        Assert.Equal(1001L, Assert.Single(second["items"]!.AsArray())!["number"]!.GetValue<long>());
        Assert.Null(second["nextCursor"]);

        (await scene.AsContact.PostAsync($"/problem-reports/{first["items"]![0]!["id"]}/take")).IsDone();
        Assert.Equal(2, (await scene.AsContact.GetAsync($"/organizations/{scene.Organization}/problem-reports?state=open")).Body["items"]!.AsArray().Count);
        (await scene.AsContact.GetAsync($"/organizations/{scene.Organization}/problem-reports?state=lost")).IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
    }
}
