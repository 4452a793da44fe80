using System.Net;

namespace RemoteSupport.Tests.Members;

/// <summary>Inviting people, also those who have an account already (OR-7, AC-3).</summary>
public sealed class InviteMemberTests
{
    private const string Email = "nina.nuova@example.com";

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task An_invited_person_gets_a_link_sets_a_password_and_is_a_member()
    {
        var team = await Team.CreateAsync();
        var answer = await Team.InviteAsync(await team.SignInAsync(team.Admin), team, Email, role: "admin");

        Assert.Equal((HttpStatusCode.Created, "invited", "admin"), (answer.Status, answer.Body["status"]!.GetValue<string>(), answer.Body["role"]!.GetValue<string>()));
        var mail = Assert.Single(await team.Tenant.MessagesToAsync(Email));
        Assert.Equal("activation", mail.Message);
        var browser = team.Tenant.Browse();
        await browser.SubmitAsync(await browser.GetAsync(mail.Paths[0]), "[name='Form.Password']", ("Form.Password", "a Quiet afternoon"), ("Repeated", "a Quiet afternoon"));
        var me = (await (await team.Tenant.Call().SignInAsync(Email, "a Quiet afternoon")).GetAsync("/me")).Body["user"]!;
        Assert.Equal(("admin", team.Id), (me["role"]!.GetValue<string>(), me["organizationId"]!.GetValue<Guid>()));
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task An_invitation_is_in_the_trail_and_open_pages_hear_of_it()
    {
        var team = await Team.CreateAsync();
        var id = (await Team.InviteAsync(await team.SignInAsync(team.Owner), team, Email)).Body["id"]!.GetValue<Guid>();
        var entry = Assert.Single(await team.TrailAsync("InviteMember"));
        Assert.Equal((team.Owner.Id, team.Id, id), (entry.ActorId, entry.OrganizationId, entry.TargetId));
        Assert.Contains($$"""{"after": "{{Email}}", "before": null}""", entry.Changes, StringComparison.Ordinal);
        Assert.Equal("members", await team.Tenant.SingleAsync<string>("select what from live_events where topic = @topic and what = 'members'", new { topic = $"organization/{team.Id:N}" }));
    }

    [Theory, Trait("Behaviour", "OR-7")]
    [InlineData("", Email, "member", "name")]
    [InlineData("Nina", "", "member", "email")]
    [InlineData("Nina", "nina at example", "member", "email")]
    [InlineData("Nina", Email, "owner", "role")]
    [InlineData("Nina", Email, "supporter", "role")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_sent(string name, string email, string role, string field)
    {
        var team = await Team.CreateAsync();
        var answer = await Team.InviteAsync(await team.SignInAsync(team.Admin), team, email, name, role);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([field], answer.Body["errors"]!.AsObject().Select(error => error.Key));
        Assert.Empty(await team.Tenant.ListAsync<Guid>("select id from messages"));
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task An_address_of_the_own_organization_is_said_openly()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Admin);
        await api.PatchAsync($"/members/{team.Member.Id}", new { status = "deactivated" });
        foreach (var known in new[] { team.Owner.Email.ToUpperInvariant(), team.Member.Email })
        {
            var answer = await Team.InviteAsync(api, team, known);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (answer.Status, answer.Code));
            Assert.Equal("Somebody in this organization already has this e-mail address.", answer.Body["errors"]!["email"]![0]!.GetValue<string>());
        }
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task Of_people_who_invite_the_same_address_at_once_one_does()
    {
        var team = await Team.CreateAsync();
        var apis = new[] { await team.SignInAsync(team.Owner), await team.SignInAsync(team.Admin) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Team.InviteAsync(apis[i % 2], team, Email)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Single(await team.Tenant.MessagesToAsync(Email));
        Assert.Single(await team.TrailAsync("InviteMember"));
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Nobody_learns_by_an_invitation_who_has_an_account_elsewhere()
    {
        var team = await Team.CreateAsync();
        var elsewhere = await Team.CreateAsync(team.Tenant);
        var supporter = await team.Tenant.AddPartnerUserAsync(language: "de");
        var api = await team.SignInAsync(team.Admin);

        var usual = await Team.InviteAsync(api, team, Email);
        foreach (var taken in new[] { elsewhere.Member.Email, supporter.Email })
        {
            var answer = await Team.InviteAsync(api, team, taken.ToUpperInvariant());
            Assert.Equal(usual.Status, answer.Status);
            Assert.Equal(usual.Body.AsObject().Select(field => field.Key), answer.Body.AsObject().Select(field => field.Key));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Team.InviteAsync(api, team, taken)).Status);
        }

        var listed = (await api.GetAsync(team.Path)).Body["items"]!.AsArray().Where(item => item!["status"]!.GetValue<string>() == "invited").ToList();
        Assert.Equal(3, listed.Count);
        foreach (var id in listed.Select(item => item!["id"]!.GetValue<Guid>()))
        {
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/members/{id}/invitation")).Status);
            Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/members/{id}", new { role = "admin" })).Status);
            Assert.Equal("deactivated", (await api.PatchAsync($"/members/{id}", new { status = "deactivated" })).Body["status"]!.GetValue<string>());
            Assert.Equal("invited", (await api.PatchAsync($"/members/{id}", new { status = "active" })).Body["status"]!.GetValue<string>());
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/members/{id}/invitation")).Status);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/members/{id}/invitation")).Status);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await api.PostAsync($"/members/{id}/invitation")).Status);
        }
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task The_holder_of_a_taken_address_is_told_in_their_language_and_keeps_their_account()
    {
        var team = await Team.CreateAsync();
        var supporter = await team.Tenant.AddPartnerUserAsync(language: "de");
        await Team.InviteAsync(await team.SignInAsync(team.Admin), team, supporter.Email);

        var mail = Assert.Single(await team.Tenant.MessagesToAsync(supporter.Email));
        Assert.Equal(("address-taken", "de"), (mail.Message, mail.Language));
        Assert.Empty(mail.Paths);
        Assert.Contains("Organization " + team.Id.ToString("N")[^6..], mail.Text, StringComparison.Ordinal);
        var me = (await (await team.SignInAsync(supporter)).GetAsync("/me")).Body["user"]!;
        Assert.Equal((supporter.Id, "partner"), (me["id"]!.GetValue<Guid>(), me["kind"]!.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Two_organizations_can_invite_the_same_address_at_once()
    {
        var team = await Team.CreateAsync();
        var other = await Team.CreateAsync(team.Tenant);
        var (one, two) = (await team.SignInAsync(team.Owner), await other.SignInAsync(other.Owner));
        var answers = await Task.WhenAll(Team.InviteAsync(one, team, Email), Team.InviteAsync(two, other, Email));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(["activation", "address-taken"], (await team.Tenant.MessagesToAsync(Email)).Select(mail => mail.Message).Order());
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task A_link_can_be_sent_again_five_times_an_hour_and_the_older_one_dies()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Admin);
        var id = (await Team.InviteAsync(api, team, Email)).Body["id"]!.GetValue<Guid>();
        for (var i = 0; i < 4; i++)
        {
            team.Tenant.Now += TimeSpan.FromMinutes(1);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/members/{id}/invitation")).Status);
        }

        var refused = await api.PostAsync($"/members/{id}/invitation");
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited"), (refused.Status, refused.Code));
        var links = (await team.Tenant.MessagesToAsync(Email)).Select(mail => mail.Paths[0]).ToList();
        Assert.Equal(5, links.Distinct().Count());
        Assert.Equal(HttpStatusCode.Gone, (await team.Tenant.Browse().GetAsync(links[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await team.Tenant.Browse().GetAsync(links[^1])).Status);
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task Nothing_is_sent_again_to_somebody_who_is_a_member_already()
    {
        var team = await Team.CreateAsync();
        var answer = await (await team.SignInAsync(team.Admin)).PostAsync($"/members/{team.Member.Id}/invitation");
        Assert.Equal((HttpStatusCode.OK, "active"), (answer.Status, answer.Body["status"]!.GetValue<string>()));
        Assert.Empty(await team.Tenant.ListAsync<Guid>("select id from messages"));
        Assert.Empty(await team.TrailAsync("RenewInvitation"));
    }
}
