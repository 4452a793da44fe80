using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>Who may do what with a request, over HTTP, and that nobody reaches another organization's or tenant's.</summary>
public sealed class WhoMayTests
{
    private static readonly string[] Actions = ["approve", "reject", "revoke", "end", "cancel", "return", "extensions", "show"];

    [Theory, Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-11")]
    [InlineData("admin", "owner_only")]
    [InlineData("member", "owner_only")]
    [InlineData("supporter", "owner_only")]
    [InlineData("acting owner", "in_person_only")]
    [InlineData("super_admin", "in_person_only")]
    [InlineData("look_only", "in_person_only")]
    [InlineData("signed out", "unauthenticated")]
    public async Task Only_the_owner_in_person_decides(string who, string code)
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        var more = await steps.MoreAskedAsync(grant);
        var api = await CallAsync(steps, who, grant);
        var before = await steps.RowsAsync();

        foreach (var (action, id) in new[] { ("approve", more), ("reject", more), ("revoke", grant), ("end", grant) })
            Assert.Equal((action, code), (action, (await DoAsync(api, steps, action, id)).Code));
        Assert.Equal(before, await steps.RowsAsync());
    }

    [Theory, Trait("Behaviour", "RA-10"), Trait("Behaviour", "RA-11")]
    [InlineData("owner", "forbidden")]
    [InlineData("admin", "forbidden")]
    [InlineData("member", "forbidden")]
    [InlineData("acting owner", "in_person_only")]
    [InlineData("super_admin", "in_person_only")]
    [InlineData("signed out", "unauthenticated")]
    public async Task Only_the_partner_from_its_own_session_asks_and_withdraws(string who, string code)
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        var more = await steps.MoreAskedAsync(grant);
        var api = await CallAsync(steps, who, grant);
        Assert.Equal(code, (await steps.AskAsync(by: api)).Code);
        Assert.Equal(code, (await DoAsync(api, steps, "extensions", grant)).Code);
        Assert.Equal(code, (await DoAsync(api, steps, "cancel", more)).Code);
    }

    [Theory, Trait("Behaviour", "RA-20")]
    [InlineData("owner", "forbidden")]
    [InlineData("admin", "forbidden")]
    [InlineData("acting owner", "forbidden")]
    [InlineData("supporter", "forbidden")]
    [InlineData("super_admin", null)]
    [InlineData("was inside", null)]
    [InlineData("asked for more", null)]
    [InlineData("inside on another", "forbidden")]
    public async Task Access_is_given_back_by_those_who_asked_for_it_or_used_it(string who, string? code)
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        var api = await CallAsync(steps, who, grant);
        var returned = await DoAsync(api, steps, "return", grant);
        Assert.Equal(code, returned.Code);
        Assert.Equal(code is null ? "returned" : "approved", await steps.StateAsync(grant));
    }

    [Theory, Trait("Behaviour", "RA-6")]
    [InlineData("owner", 200)]
    [InlineData("admin", 200)]
    [InlineData("member", 403)]
    [InlineData("supporter", 200)]
    [InlineData("acting owner", 200)]
    [InlineData("super_admin", 200)]
    [InlineData("look_only", 200)]
    [InlineData("signed out", 401)]
    public async Task Who_may_look_sees_the_list_and_each_request(string who, int status)
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        var api = await CallAsync(steps, who, grant);
        Assert.Equal(status, (int)(await api.GetAsync("/access-requests")).Status);
        Assert.Equal(status, (int)(await api.GetAsync("/access-requests/" + grant)).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_requests_are_not_there_whoever_asks()
    {
        var (mine, theirs) = (await AccessSteps.BeginAsync(), await AccessSteps.BeginAsync());
        var ids = new[] { await mine.GrantedAsync() };
        var before = await mine.RowsAsync();
        foreach (var api in new[] { theirs.AsOwner, theirs.AsSupporter })
            foreach (var action in Actions)
                if (await DoAsync(api, mine, action, ids[0]) is { Code: not ("owner_only" or "forbidden") } answer)
                    Assert.Equal((action, HttpStatusCode.NotFound, "not_found"), (action, answer.Status, answer.Code));
        Assert.Equal("not_found", (await mine.AskAsync(by: theirs.AsSupporter)).Code);
        Assert.Equal("not_found", (await theirs.AsSupporter.GetAsync($"/access-requests?organizationId={mine.Organization}")).Code);
        Assert.Empty((await theirs.AsSupporter.GetAsync("/access-requests")).Body["items"]!.AsArray());
        Assert.Equal(before, await mine.RowsAsync());
    }

    [Fact, Trait("Behaviour", "TN-2"), Trait("Behaviour", "RA-11")]
    public async Task Another_organizations_requests_are_not_there_for_its_owner_and_for_who_is_inside_elsewhere()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        var other = await steps.Tenant.AddOrganizationAsync();
        var owner = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddMemberAsync(other, "owner")).Email);
        foreach (var action in new[] { "approve", "reject", "revoke", "end", "show" })
            Assert.Equal((action, "not_found"), (action, (await DoAsync(owner, steps, action, grant)).Code));
        Assert.Equal("not_found", (await owner.GetAsync($"/access-requests?organizationId={steps.Organization}")).Code);
        Assert.Empty((await owner.GetAsync("/access-requests")).Body["items"]!.AsArray());
        Assert.Equal("approved", await steps.StateAsync(grant));
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task What_does_not_exist_is_not_found()
    {
        var steps = await AccessSteps.BeginAsync();
        foreach (var action in Actions) Assert.Equal((action, "not_found"), (action, (await DoAsync(action is "cancel" or "return" or "extensions" ? steps.AsSupporter : steps.AsOwner, steps, action, Guid.Empty.ToString())).Code));
        Assert.Equal("not_found", (await steps.AsSupporter.PostAsync($"/organizations/{Guid.Empty}/access-requests", new { duration = "PT1H" })).Code);
    }

    [Fact, Trait("Behaviour", "RA-6")]
    public async Task The_list_is_filtered_by_organization_and_by_state_as_of_the_clock_and_comes_in_pages()
    {
        var steps = await AccessSteps.BeginAsync();
        var first = await steps.GrantedAsync("PT1H");
        steps.Tenant.Now += TimeSpan.FromHours(1);
        var second = await steps.AskedAsync();

        Assert.Equal([second, first], await IdsAsync(steps, ""));
        Assert.Equal([second, first], await IdsAsync(steps, $"?organizationId={steps.Organization}"));
        Assert.Equal([], await IdsAsync(steps, "?state=approved"));
        Assert.Equal([first], await IdsAsync(steps, "?state=expired"));
        Assert.Equal([second], await IdsAsync(steps, "?state=pending"));
        Assert.Equal([second], await IdsAsync(steps, "?limit=1"));
        Assert.Equal([first], await IdsAsync(steps, "?limit=1&cursor=" + second));
        Assert.Equal(second, (await steps.AsSupporter.GetAsync("/access-requests?limit=1")).Body["nextCursor"]!.GetValue<string>());
        Assert.Null((await steps.AsSupporter.GetAsync("/access-requests?limit=2")).Body["nextCursor"]);
    }

    private static async Task<IEnumerable<string>> IdsAsync(AccessSteps steps, string query) =>
        (await steps.AsSupporter.GetAsync("/access-requests" + query)).Body["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ToList();

    private static Task<Answer> DoAsync(Api api, AccessSteps steps, string action, string id) => action switch
    {
        "show" => api.GetAsync("/access-requests/" + id),
        "end" => api.PatchAsync("/access-requests/" + id, new { expiresAt = steps.Tenant.Now.AddHours(2) }),
        "extensions" => api.PostAsync($"/access-requests/{id}/extensions", new { duration = "PT1H" }),
        _ => api.PostAsync($"/access-requests/{id}/{action}"),
    };

    private static async Task<Api> CallAsync(AccessSteps steps, string who, string grant)
    {
        var tenant = steps.Tenant;
        switch (who)
        {
            case "signed out": return tenant.Call();
            case "owner": return steps.AsOwner;
            case "admin" or "member": return await tenant.Call().SignInAsync((await tenant.AddMemberAsync(steps.Organization, who)).Email);
        }

        var person = await tenant.AddPartnerUserAsync();
        switch (who)
        {
            case "acting owner": return await steps.InsideAsync(person, "owner", null);
            case "super_admin" or "look_only": return await steps.InsideAsync(person, who, grant);
            case "inside on another": return await steps.InsideAsync(person, "super_admin", Guid.Empty.ToString());
            case "was inside": await steps.InsideAsync(person, "super_admin", grant); break;
        }

        var api = await tenant.Call().SignInAsync(person.Email);
        if (who == "asked for more") await steps.DoAsync("reject", await steps.MoreAskedAsync(grant, by: api));
        return api;
    }
}
