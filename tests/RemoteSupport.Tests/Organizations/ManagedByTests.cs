using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

public sealed class ManagedByTests
{
    private static readonly object ToCustomer = new { managedBy = "customer" };
    private static readonly object ToProvider = new { managedBy = "service_provider" };

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task A_partner_user_gives_an_organization_to_its_customer_at_once()
    {
        var scene = await Steps.SceneAsync("service_provider");
        var answer = await scene.AsSupporter.PatchAsync(scene.Path, ToCustomer);
        Assert.Equal(("customer", "none"), (answer.Body["managedBy"]!.ToString(), answer.Body["access"]!["state"]!.ToString()));
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task Without_an_owner_one_is_named_in_the_same_call()
    {
        var tenant = await TestTenant.CreateAsync();
        var path = $"/organizations/{await tenant.AddOrganizationAsync("service_provider", "it")}";
        var api = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);

        (await api.PatchAsync(path, ToCustomer)).IsRefused(HttpStatusCode.UnprocessableEntity, "owner_required");
        (await api.PatchAsync(path, new { managedBy = "customer", owner = new { name = "Eva", email = "eva@" } })).IsRefused(HttpStatusCode.UnprocessableEntity, "invalid_email");
        Assert.Equal("service_provider", (await api.GetAsync(path)).Body["managedBy"]!.ToString());
        Assert.Equal("customer", (await api.PatchAsync(path, new { managedBy = "customer", owner = new { name = "Eva", email = "eva@own.example" } })).Body["managedBy"]!.ToString());
        Assert.Equal(("activation", "it"), (await tenant.MessagesToAsync("eva@own.example")).Select(mail => (mail.Message, mail.Language)).Single());
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_owner_in_person_changes_it_both_ways_at_once()
    {
        var scene = await Steps.SceneAsync();
        Assert.Equal("service_provider", (await scene.AsOwner.PatchAsync(scene.Path, ToProvider)).Body["managedBy"]!.ToString());
        Assert.Equal("customer", (await scene.AsOwner.PatchAsync(scene.Path, ToCustomer)).Body["managedBy"]!.ToString());
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task A_partner_user_cannot_take_an_organization_without_its_owners_consent()
    {
        var scene = await Steps.SceneAsync();
        var answer = await scene.AsSupporter.PatchAsync(scene.Path, ToProvider);
        answer.IsRefused(HttpStatusCode.Forbidden, "owner_only");
        Assert.Contains("Ask the owner for the handover.", answer.Detail, StringComparison.Ordinal);
        Assert.Equal("customer", await scene.ManagedByAsync());
    }

    [Theory, Trait("Behaviour", "OR-4"), Trait("Behaviour", "RA-11")]
    [InlineData("owner", "service_provider")]
    [InlineData("super_admin", "customer")]
    [InlineData("look_only", "customer")]
    public async Task Nobody_in_a_remote_login_changes_it(string role, string managedBy)
    {
        var scene = await Steps.SceneAsync(managedBy);
        var inside = await scene.InsideAsync(role);
        foreach (var body in new[] { ToCustomer, ToProvider })
            Assert.Contains((await inside.PatchAsync(scene.Path, body)).Code, role == "look_only" ? ["forbidden"] : new[] { "in_person_only" });
        foreach (var act in new[] { "/handover", "/handover/accept", "/handover/refuse", "/ownership" })
            (await inside.PostAsync(scene.Path + act, new { })).IsRefused(HttpStatusCode.Forbidden, "in_person_only");
        (await inside.DeleteAsync(scene.Path + "/handover")).IsRefused(HttpStatusCode.Forbidden, "in_person_only");
        Assert.Equal(managedBy, await scene.ManagedByAsync());
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task An_admin_or_member_cannot_change_it()
    {
        var scene = await Steps.SceneAsync();
        foreach (var role in new[] { "admin", "member" })
        {
            var api = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddMemberAsync(scene.Organization, role)).Email);
            (await api.PatchAsync(scene.Path, ToProvider)).IsRefused(HttpStatusCode.Forbidden, "forbidden");
            (await api.PostAsync(scene.Path + "/handover/accept")).IsRefused(HttpStatusCode.Forbidden, "owner_only");
        }
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_owner_is_asked_by_mail_and_accepts()
    {
        var scene = await Steps.SceneAsync(language: "it");

        var asked = await scene.AsSupporter.PostAsync(scene.Path + "/handover");

        Assert.Equal((HttpStatusCode.Created, "pending", scene.Supporter.Name), (asked.Status, asked.Body["handover"]!["state"]!.ToString(), asked.Body["handover"]!["requestedBy"]!.ToString()));
        var mail = Assert.Single(await scene.Tenant.MessagesToAsync(scene.Owner.Email));
        Assert.Equal(("handover-requested", "it"), (mail.Message, mail.Language));
        Assert.Contains("/manage/account-information", mail.Text, StringComparison.Ordinal);
        Assert.Contains(scene.Supporter.Name, mail.Text, StringComparison.Ordinal);
        Assert.Equal("customer", await scene.ManagedByAsync());

        var accepted = await scene.AsOwner.PostAsync(scene.Path + "/handover/accept");
        Assert.Equal((HttpStatusCode.OK, "service_provider", null), (accepted.Status, accepted.Body["managedBy"]!.ToString(), accepted.Body["handover"]));
        Assert.Contains("accepted", Assert.Single(await scene.Tenant.MessagesToAsync(scene.Supporter.Email)).Subject, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_owner_refuses_and_nothing_changes()
    {
        var scene = await Steps.SceneAsync();
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();
        (await scene.AsOwner.PostAsync(scene.Path + "/handover/refuse")).IsDone();

        Assert.Equal("customer", await scene.ManagedByAsync());
        Assert.Contains("refused", Assert.Single(await scene.Tenant.MessagesToAsync(scene.Supporter.Email)).Subject, StringComparison.Ordinal);
        var late = await scene.AsOwner.PostAsync(scene.Path + "/handover/accept");
        late.IsRefused(HttpStatusCode.Conflict, "already_decided");
        Assert.Equal(("refused", scene.Owner.Name), (late.Body["state"]!.ToString(), late.Body["decidedBy"]!.ToString()));
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_owner_who_changes_it_directly_has_answered_whoever_asked()
    {
        var scene = await Steps.SceneAsync();
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();
        (await scene.AsOwner.PatchAsync(scene.Path, ToProvider)).IsDone();
        Assert.Equal("handover-answered", Assert.Single(await scene.Tenant.MessagesToAsync(scene.Supporter.Email)).Message);
        (await scene.AsOwner.PostAsync(scene.Path + "/handover/accept")).IsRefused(HttpStatusCode.Conflict, "already_decided");
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task A_withdrawn_request_cannot_be_accepted()
    {
        var scene = await Steps.SceneAsync();
        (await scene.AsSupporter.DeleteAsync(scene.Path + "/handover")).IsRefused(HttpStatusCode.NotFound, "not_found");
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();
        (await scene.AsSupporter.DeleteAsync(scene.Path + "/handover")).IsDone();
        (await scene.AsOwner.PostAsync(scene.Path + "/handover/accept")).IsRefused(HttpStatusCode.Conflict, "already_decided");
        Assert.Equal("customer", await scene.ManagedByAsync());
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task What_cannot_be_asked_is_said()
    {
        var (provider, ownerless) = (await Steps.SceneAsync("service_provider"), await Steps.SceneAsync());
        (await provider.AsSupporter.PostAsync(provider.Path + "/handover")).IsRefused(HttpStatusCode.Conflict, "managed_by_service_provider");
        await ownerless.Tenant.RunAsync("update accounts set status = 'invited', password_hash = null where id = @Id", new { ownerless.Owner.Id });
        (await ownerless.AsSupporter.PostAsync(ownerless.Path + "/handover")).IsRefused(HttpStatusCode.Conflict, "owner_missing");
        (await provider.AsOwner.PostAsync(provider.Path + "/handover")).IsRefused(HttpStatusCode.Forbidden, "forbidden");
        (await provider.AsOwner.PostAsync(provider.Path + "/handover/refuse")).IsRefused(HttpStatusCode.NotFound, "not_found");
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task However_often_it_is_asked_at_once_one_request_and_one_mail_come_of_it()
    {
        var scene = await Steps.SceneAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.AsSupporter.PostAsync(scene.Path + "/handover")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal(("request_pending", scene.Supporter.Name), (answer.Code, answer.Body["requestedBy"]!.ToString())));
        Assert.Single(await scene.Tenant.MessagesToAsync(scene.Owner.Email));
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task Of_accepting_refusing_and_withdrawing_at_once_exactly_one_wins()
    {
        var scene = await Steps.SceneAsync();
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();
        var answers = await Task.WhenAll(
            scene.AsOwner.PostAsync(scene.Path + "/handover/accept"), scene.AsOwner.PostAsync(scene.Path + "/handover/refuse"), scene.AsSupporter.DeleteAsync(scene.Path + "/handover"),
            scene.AsOwner.PostAsync(scene.Path + "/handover/accept"), scene.AsOwner.PostAsync(scene.Path + "/handover/refuse"));

        Assert.Single(answers, answer => answer.Code is null);
        Assert.All(answers.Where(answer => answer.Code is not null), answer => answer.IsRefused(HttpStatusCode.Conflict, "already_decided"));
        var state = await scene.Tenant.SingleAsync<string>("select state from handovers");
        Assert.Equal(state == "accepted" ? "service_provider" : "customer", await scene.ManagedByAsync());
    }

    [Fact, Trait("Behaviour", "OR-4")]
    public async Task The_same_change_twice_at_once_is_made_and_told_once()
    {
        var scene = await Steps.SceneAsync("service_provider");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.AsSupporter.PatchAsync(scene.Path, ToCustomer)));
        Assert.All(answers, answer => Assert.Equal("customer", answer.Body["managedBy"]!.ToString()));
        Assert.Single(await scene.Tenant.ListAsync<Guid>("select event_id from audit_details where details -> 'changes' ? 'managedBy'"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_organizations_owner_decides_nothing_here()
    {
        var (scene, other) = (await Steps.SceneAsync(), Guid.Empty);
        other = await scene.Tenant.AddOrganizationAsync();
        var stranger = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddMemberAsync(other, "owner")).Email);
        (await scene.AsSupporter.PostAsync(scene.Path + "/handover")).IsDone();
        foreach (var act in new[] { "/handover/accept", "/handover/refuse" }) (await stranger.PostAsync(scene.Path + act)).IsRefused(HttpStatusCode.NotFound, "not_found");
        (await stranger.PostAsync(scene.Path + "/ownership", new { userId = scene.Owner.Id })).IsRefused(HttpStatusCode.NotFound, "not_found");
        (await stranger.PatchAsync(scene.Path, ToProvider)).IsRefused(HttpStatusCode.NotFound, "not_found");
        Assert.Equal("pending", await scene.Tenant.SingleAsync<string>("select state from handovers"));
    }
}
