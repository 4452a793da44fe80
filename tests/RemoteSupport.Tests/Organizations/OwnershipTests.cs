using System.Net;

namespace RemoteSupport.Tests.Organizations;

public sealed class OwnershipTests
{
    [Fact, Trait("Behaviour", "OR-3")]
    public async Task The_owner_makes_another_member_the_owner_and_is_an_admin_from_then_on()
    {
        var scene = await Steps.SceneAsync();
        var heir = await scene.Tenant.AddMemberAsync(scene.Organization, language: "es");

        var answer = await scene.AsOwner.PostAsync(scene.Path + "/ownership", new { userId = heir.Id });

        Assert.Equal((HttpStatusCode.OK, heir.Id), (answer.Status, answer.Body["owner"]!["id"]!.GetValue<Guid>()));
        Assert.Equal("admin", (await scene.AsOwner.GetAsync("/me")).Body["user"]!["role"]!.ToString());
        Assert.Equal("owner", (await (await scene.Tenant.Call().SignInAsync(heir.Email)).GetAsync("/me")).Body["user"]!["role"]!.ToString());
        Assert.Equal(("ownership-received", "es"), (await scene.Tenant.MessagesToAsync(heir.Email)).Select(mail => (mail.Message, mail.Language)).Single());
        Assert.Equal("ownership-handed-over", Assert.Single(await scene.Tenant.MessagesToAsync(scene.Owner.Email)).Message);
        Assert.Equal(scene.Organization, await scene.Tenant.SingleAsync<Guid>("select organization_id from audit_events where action = 'HandOverOwnership'"));
        (await scene.AsOwner.PostAsync(scene.Path + "/ownership", new { userId = heir.Id })).IsRefused(HttpStatusCode.Forbidden, "owner_only");
    }

    [Theory, Trait("Behaviour", "OR-3")]
    [InlineData("nobody")]
    [InlineData("myself")]
    [InlineData("invited")]
    [InlineData("deactivated")]
    [InlineData("a supporter")]
    [InlineData("another organization's")]
    [InlineData("another tenant's")]
    public async Task Only_an_active_member_of_the_same_organization_can_become_owner(string who)
    {
        var scene = await Steps.SceneAsync();
        var userId = who switch
        {
            "nobody" => (Guid?)null,
            "myself" => scene.Owner.Id,
            "a supporter" => scene.Supporter.Id,
            "another organization's" => (await scene.Tenant.AddMemberAsync(await scene.Tenant.AddOrganizationAsync())).Id,
            "another tenant's" => (await Steps.SceneAsync()).Owner.Id,
            _ => (await scene.Tenant.AddMemberAsync(scene.Organization, status: who)).Id,
        };

        var answer = await scene.AsOwner.PostAsync(scene.Path + "/ownership", new { userId });

        answer.IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
        Assert.Equal("userId", answer.Body["errors"]!.AsObject().Single().Key);
        Assert.Equal(scene.Owner.Id, await OwnerAsync(scene));
    }

    [Fact, Trait("Behaviour", "OR-3")]
    public async Task Of_two_handovers_at_once_exactly_one_wins_and_there_is_one_owner_at_any_moment()
    {
        var scene = await Steps.SceneAsync();
        var heirs = new[] { await scene.Tenant.AddMemberAsync(scene.Organization), await scene.Tenant.AddMemberAsync(scene.Organization, "admin"), await scene.Tenant.AddMemberAsync(scene.Organization) };

        var answers = await Task.WhenAll(heirs.Select(heir => scene.AsOwner.PostAsync(scene.Path + "/ownership", new { userId = heir.Id })));

        var winner = heirs[Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.OK)];
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.IsRefused(HttpStatusCode.Forbidden, "owner_only"));
        Assert.Equal(winner.Id, await OwnerAsync(scene));
    }

    [Fact, Trait("Behaviour", "OR-3")]
    public async Task A_partner_user_names_no_owner_over_an_active_ones_head()
    {
        var scene = await Steps.SceneAsync();
        (await scene.AsSupporter.PatchAsync(scene.Path, new { owner = new { name = "Eva", email = "eva@own.example" } })).IsRefused(HttpStatusCode.Forbidden, "owner_only");
        Assert.Equal(scene.Owner.Id, await OwnerAsync(scene));
        Assert.Empty(await scene.Tenant.MessagesToAsync("eva@own.example"));
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task An_owner_who_has_not_activated_the_account_can_be_named_again_with_the_right_address()
    {
        var scene = await Steps.SceneAsync("service_provider");
        await scene.Tenant.RunAsync("update accounts set role = 'admin' where id = @Id", new { scene.Owner.Id });
        await NameAsync(scene, "Eva", "eva@wrong.example");
        var dead = (await scene.Tenant.MessagesToAsync("eva@wrong.example")).Single().Paths[0];

        Assert.Equal("eva@right.example", await NameAsync(scene, "Eva", "eva@right.example"));

        Assert.Equal(HttpStatusCode.Gone, (await scene.Tenant.Call().PostAsync("/activations/redeem", new { token = dead.Split('/')[^1], password = "walking a Blue elephant" })).Status);
        Assert.Equal("eva@wrong.example", await NameAsync(scene, "Eva Rossi", "eva@wrong.example"));
        Assert.Equal(2, (await scene.Tenant.MessagesToAsync("eva@wrong.example")).Count);
        Assert.Equal("Eva Rossi", await scene.Tenant.SingleAsync<string>("select name from accounts where role = 'owner' and status = 'invited'"));
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task After_a_taken_address_another_owner_can_be_named()
    {
        var scene = await Steps.SceneAsync("service_provider");
        await scene.Tenant.RunAsync("update accounts set role = 'admin' where id = @Id", new { scene.Owner.Id });
        Assert.Equal(scene.Supporter.Email, await NameAsync(scene, "Taken", scene.Supporter.Email));
        Assert.Equal("address-taken", Assert.Single(await scene.Tenant.MessagesToAsync(scene.Supporter.Email)).Message);
        Assert.Equal("eva@own.example", await NameAsync(scene, "Eva", "eva@own.example"));
        Assert.Equal("Eva", await scene.Tenant.SingleAsync<string>("select name from accounts where role = 'owner' and status <> 'deactivated'"));
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Of_two_organizations_that_name_one_address_at_once_one_invites_it_and_nobody_can_tell_which()
    {
        var scene = await Steps.SceneAsync("service_provider");
        var paths = new List<string>();
        for (var number = 0; number < 4; number++) paths.Add($"/organizations/{await scene.Tenant.AddOrganizationAsync("service_provider")}");

        var answers = await Task.WhenAll(paths.Select(path => scene.AsSupporter.PatchAsync(path, new { owner = new { name = "Eva", email = "eva@own.example" } })));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "invited"), (answer.Status, answer.Body["owner"]!["status"]!.ToString())));
        Assert.Equal(["activation", "address-taken", "address-taken", "address-taken"], (await scene.Tenant.MessagesToAsync("eva@own.example")).Select(mail => mail.Message).Order(StringComparer.Ordinal));
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task Nobodys_mailbox_is_filled_by_naming_them_again_and_again()
    {
        var scene = await Steps.SceneAsync("service_provider");
        await scene.Tenant.RunAsync("update accounts set role = 'admin' where id = @Id", new { scene.Owner.Id });
        for (var time = 0; time < 5; time++) await NameAsync(scene, "Eva", "eva@own.example");
        (await scene.AsSupporter.PatchAsync(scene.Path, new { owner = new { name = "Eva", email = "eva@own.example" } })).IsRefused(HttpStatusCode.TooManyRequests, "rate_limited");
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task A_member_of_the_organization_who_is_named_is_the_owner_at_once_and_told()
    {
        var scene = await Steps.SceneAsync("service_provider");
        await scene.Tenant.RunAsync("update accounts set role = 'admin' where id = @Id", new { scene.Owner.Id });

        await NameAsync(scene, "Another Name", scene.Owner.Email);

        Assert.Equal(scene.Owner.Id, await OwnerAsync(scene));
        Assert.Equal(scene.Owner.Name, await scene.Tenant.SingleAsync<string>("select name from accounts where id = @Id", new { scene.Owner.Id }));
        Assert.Equal("ownership-received", Assert.Single(await scene.Tenant.MessagesToAsync(scene.Owner.Email)).Message);
    }

    private static async Task<string> NameAsync(Scene scene, string name, string email)
    {
        var answer = await scene.AsSupporter.PatchAsync(scene.Path, new { owner = new { name, email } });
        answer.IsDone();
        return answer.Body["owner"]!["email"]!.ToString();
    }

    private static Task<Guid> OwnerAsync(Scene scene) =>
        scene.Tenant.SingleAsync<Guid>("select id from accounts where organization_id = @Organization and role = 'owner' and status <> 'deactivated'", new { scene.Organization });
}
