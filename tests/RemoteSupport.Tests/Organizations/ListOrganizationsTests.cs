using System.Net;

namespace RemoteSupport.Tests.Organizations;

public sealed class ListOrganizationsTests
{
    [Fact, Trait("Behaviour", "RA-1"), Trait("Behaviour", "OR-5")]
    public async Task A_list_shows_each_organization_with_its_status_and_how_to_get_in()
    {
        var scene = await Steps.SceneAsync();
        var (direct, asked, none) = (await scene.Tenant.AddOrganizationAsync("service_provider"), scene.Organization, await scene.Tenant.AddOrganizationAsync());
        await scene.AsSupporter.PatchAsync($"/organizations/{none}", new { status = "suspended" });
        await scene.Tenant.RunAsync(
            """
            insert into access_requests (id, organization_id, requester_id, state, requested_duration, created_at, lapses_at)
            values (gen_random_uuid(), @asked, @Requester, 'pending', '1 hour', @Now, @Now::timestamptz + interval '7 days')
            """,
            new { asked, Requester = scene.Supporter.Id, scene.Tenant.Now });

        var answer = await scene.AsSupporter.GetAsync("/organizations");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Body.AsObject().ContainsKey("nextCursor"));
        var states = answer.Body["items"]!.AsArray().ToDictionary(item => item!["id"]!.GetValue<Guid>(), item => (item!["status"]!.ToString(), item["access"]!["state"]!.ToString()));
        Assert.Equal((3, ("active", "direct"), ("active", "pending"), ("suspended", "none")), (states.Count, states[direct], states[asked], states[none]));
    }

    [Fact, Trait("Behaviour", "RA-1")]
    public async Task A_query_finds_and_filters_narrow()
    {
        var scene = await Steps.SceneAsync();
        await scene.AsSupporter.PatchAsync(scene.Path, new { name = "Officina Rossi", numbers = new[] { "+390612345678" } });
        await scene.Tenant.AddOrganizationAsync("service_provider");

        foreach (var query in new[] { "rossi", "0612345678", scene.Organization.ToString() })
            Assert.Equal("Officina Rossi", (await scene.AsSupporter.GetAsync($"/organizations?query={query}")).Body["items"]!.AsArray().Single()!["name"]!.ToString());
        Assert.Empty((await scene.AsSupporter.GetAsync("/organizations?query=rossi&managedBy=service_provider")).Body["items"]!.AsArray());
        (await scene.AsSupporter.GetAsync("/organizations?status=closed")).IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
        (await scene.AsOwner.GetAsync("/organizations")).IsRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nobody_finds_another_tenants()
    {
        var (mine, theirs) = (await Steps.SceneAsync(), await Steps.SceneAsync());
        Assert.Empty((await mine.AsSupporter.GetAsync($"/organizations?query={theirs.Organization}")).Body["items"]!.AsArray());
    }
}
