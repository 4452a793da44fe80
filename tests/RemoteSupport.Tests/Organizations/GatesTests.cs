using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>What a change of an organization does to those who were let in, or are just entering.</summary>
public sealed class GatesTests
{
    [Fact, Trait("Behaviour", "OR-4"), Trait("Behaviour", "RA-2")]
    public async Task Given_to_the_customer_whoever_acts_as_its_owner_is_out_at_once()
    {
        var scene = await Steps.SceneAsync("service_provider");
        var inside = await EnterAsync(scene);
        (await inside.GetAsync(scene.Path)).IsDone();

        (await scene.AsSupporter.PatchAsync(scene.Path, new { managedBy = "customer" })).IsDone();

        var answer = await inside.GetAsync(scene.Path);
        answer.IsRefused(HttpStatusCode.Unauthorized, "remote_login_ended");
        Assert.Equal("managed_by_changed", answer.Body["reason"]!.ToString());
        (await scene.AsSupporter.PostAsync(scene.Path + "/remote-logins")).IsRefused(HttpStatusCode.Forbidden, "approval_required");
    }

    [Fact, Trait("Behaviour", "OR-4"), Trait("Behaviour", "RA-7")]
    public async Task An_accepted_handover_revokes_what_was_open_and_cancels_what_was_asked()
    {
        var scene = await Steps.SceneAsync();
        var request = (await scene.AsSupporter.PostAsync(scene.Path + "/access-requests", new { duration = "PT4H" })).Body["id"]!.ToString();
        (await scene.AsOwner.PostAsync($"/access-requests/{request}/approve")).IsDone();
        var inside = await EnterAsync(scene);
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();

        (await scene.AsOwner.PostAsync(scene.Path + "/handover/accept")).IsDone();

        (await inside.GetAsync(scene.Path)).IsRefused(HttpStatusCode.Unauthorized, "remote_login_ended");
        Assert.Equal("revoked", (await scene.AsSupporter.GetAsync("/access-requests/" + request)).Body["state"]!.ToString());
        Assert.Equal("direct", (await scene.AsSupporter.GetAsync(scene.Path)).Body["access"]!["state"]!.ToString());
        await EnterAsync(scene);
    }

    [Fact, Trait("Behaviour", "OR-5")]
    public async Task A_suspended_organization_is_found_but_left_at_once_and_not_entered()
    {
        var scene = await Steps.SceneAsync("service_provider");
        var inside = await EnterAsync(scene);

        (await scene.AsSupporter.PatchAsync(scene.Path, new { status = "suspended" })).IsDone();

        var answer = await inside.GetAsync(scene.Path);
        Assert.Equal(("remote_login_ended", "organization_suspended"), (answer.Code, answer.Body["reason"]?.ToString()));
        (await scene.AsSupporter.PostAsync(scene.Path + "/remote-logins")).IsRefused(HttpStatusCode.Conflict, "organization_suspended");
        Assert.Equal("suspended", (await scene.AsSupporter.GetAsync($"/organizations?query={scene.Organization}")).Body["items"]![0]!["status"]!.ToString());
        (await scene.AsSupporter.PatchAsync(scene.Path, new { status = "active" })).IsDone();
        await EnterAsync(scene);
    }

    [Fact, Trait("Behaviour", "OR-4"), Trait("Behaviour", "RA-2")]
    public async Task However_login_and_change_meet_nobody_is_inside_as_owner_afterwards()
    {
        for (var round = 0; round < 8; round++)
        {
            var scene = await Steps.SceneAsync("service_provider");
            var entering = Enumerable.Range(0, 4).Select(_ => scene.AsSupporter.PostAsync(scene.Path + "/remote-logins")).ToList();
            var changing = scene.AsSupporter.PatchAsync(scene.Path, new { managedBy = "customer" });
            var answers = await Task.WhenAll(entering);
            (await changing).IsDone();

            Assert.All(answers, answer => Assert.Contains(answer.Code, new[] { null, "approval_required" }));
            foreach (var entered in answers.Where(answer => answer.Code is null))
                (await scene.Tenant.Call(entered.Body["accessToken"]!.ToString()).GetAsync(scene.Path)).IsRefused(HttpStatusCode.Unauthorized, "remote_login_ended");
            Assert.Empty(await scene.Tenant.ListAsync<Guid>("select id from sessions where acting_as = 'owner' and ended_at is null"));
        }
    }

    private static async Task<Api> EnterAsync(Scene scene)
    {
        var answer = await scene.AsSupporter.PostAsync(scene.Path + "/remote-logins");
        answer.IsDone();
        return scene.Tenant.Call(answer.Body["accessToken"]!.ToString());
    }
}
