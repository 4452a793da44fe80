using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PartnerUsers;

/// <summary>Inviting people into the team, also those who have an account already (TN-5, AC-3).</summary>
public sealed class InvitePartnerUserTests
{
    private const string Email = "nina.nuova@example.com";

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task An_invited_person_gets_a_link_sets_a_password_and_belongs_to_the_team()
    {
        var crew = await Crew.CreateAsync();
        var answer = await Crew.InviteAsync(await crew.SignInAsync(crew.Admin), Email, role: "admin");

        Assert.Equal((HttpStatusCode.Created, "invited", "admin"), (answer.Status, answer.Body["status"]!.GetValue<string>(), answer.Body["role"]!.GetValue<string>()));
        var mail = Assert.Single(await crew.Tenant.MessagesToAsync(Email));
        Assert.Equal("activation", mail.Message);
        var browser = crew.Tenant.Browse();
        await browser.SubmitAsync(await browser.GetAsync(mail.Paths[0]), "[name='Form.Password']", ("Form.Password", "a Quiet afternoon"), ("Repeated", "a Quiet afternoon"));
        var me = (await (await crew.Tenant.Call().SignInAsync(Email, "a Quiet afternoon")).GetAsync("/me")).Body["user"]!;
        Assert.Equal(("partner", "admin"), (me["kind"]!.GetValue<string>(), me["role"]!.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task An_invitation_is_written_in_the_language_that_was_chosen_and_is_in_the_trail()
    {
        var crew = await Crew.CreateAsync();
        var api = await crew.SignInAsync(crew.Admin);
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync("/users", new { name = "Nina", email = Email, language = "de" })).Status);
        Assert.Equal("de", Assert.Single(await crew.Tenant.MessagesToAsync(Email)).Language);
        Assert.Contains($$"""{"after": "{{Email}}", "before": null}""", Assert.Single(await crew.TrailAsync("InvitePartnerUser")), StringComparison.Ordinal);
        Assert.Equal("users", await crew.Tenant.SingleAsync<string>("select what from live_events where topic = 'tenant'"));
    }

    [Theory, Trait("Behaviour", "TN-5")]
    [InlineData("", Email, "supporter", "en", "name")]
    [InlineData("Nina", "", "supporter", "en", "email")]
    [InlineData("Nina", "nina at example", "supporter", "en", "email")]
    [InlineData("Nina", Email, "owner", "en", "role")]
    [InlineData("Nina", Email, "supporter", "fr", "language")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_sent(string name, string email, string role, string language, string field)
    {
        var crew = await Crew.CreateAsync();
        var answer = await (await crew.SignInAsync(crew.Admin)).PostAsync("/users", new { name, email, role, language });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([field], answer.Body["errors"]!.AsObject().Select(error => error.Key));
        Assert.Empty(await crew.Tenant.ListAsync<Guid>("select id from messages"));
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task An_address_of_the_team_is_said_openly_whatever_its_case()
    {
        var crew = await Crew.CreateAsync();
        var api = await crew.SignInAsync(crew.Admin);
        await api.PatchAsync($"/users/{crew.Supporter.Id}", new { status = "deactivated" });
        foreach (var known in new[] { crew.Second.Email.ToUpperInvariant(), crew.Supporter.Email })
        {
            var answer = await Crew.InviteAsync(api, known);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "Somebody in your team already has this e-mail address."), (answer.Status, answer.Body["errors"]!["email"]![0]!.GetValue<string>()));
        }
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task Of_people_who_invite_the_same_address_at_once_one_does()
    {
        var crew = await Crew.CreateAsync();
        var apis = new[] { await crew.SignInAsync(crew.Admin), await crew.SignInAsync(crew.Second) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Crew.InviteAsync(apis[i % 2], Email)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Single(await crew.Tenant.MessagesToAsync(Email));
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Nobody_learns_by_an_invitation_who_of_the_customers_has_an_account_and_its_holder_is_told()
    {
        var crew = await Crew.CreateAsync();
        var member = await crew.Tenant.AddMemberAsync(await crew.Tenant.AddOrganizationAsync(), language: "de");
        var api = await crew.SignInAsync(crew.Admin);

        var (usual, taken) = (await Crew.InviteAsync(api, Email), await Crew.InviteAsync(api, member.Email.ToUpperInvariant()));
        Assert.Equal(usual.Status, taken.Status);
        Assert.Equal(usual.Body.AsObject().Select(field => field.Key), taken.Body.AsObject().Select(field => field.Key));
        Assert.Equal((await Crew.InviteAsync(api, Email)).Status, (await Crew.InviteAsync(api, member.Email)).Status);

        var told = Assert.Single(await crew.Tenant.MessagesToAsync(member.Email));
        Assert.Equal(("address-taken", "de"), (told.Message, told.Language));
        Assert.Empty(told.Paths);
        Assert.Equal("member active", await crew.StateAsync(member.Id));

        var id = taken.Body["id"]!.GetValue<Guid>();
        foreach (var step in new object[] { new { role = "admin" }, new { status = "deactivated" }, new { status = "active" } })
            Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/users/{id}", step)).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/users/{id}/invitation")).Status);
        Assert.All(await crew.Tenant.MessagesToAsync(member.Email), message => Assert.Equal("address-taken", message.Message));
        Assert.Equal(HttpStatusCode.OK, (await crew.Tenant.Call().TrySignInAsync(member.Email, TestTenant.Password)).Status);
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task A_mailbox_is_not_filled_with_invitations()
    {
        var crew = await Crew.CreateAsync();
        var api = await crew.SignInAsync(crew.Admin);
        var id = (await Crew.InviteAsync(api, Email)).Body["id"]!.GetValue<Guid>();
        for (var i = 2; i <= 5; i++)
        {
            crew.Tenant.Now += TimeSpan.FromMinutes(1);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/users/{id}/invitation")).Status);
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited"), ((await api.PostAsync($"/users/{id}/invitation")) is var last ? last.Status : default, last.Code));
        var mails = await crew.Tenant.MessagesToAsync(Email);
        Assert.Equal(5, mails.Count);
        Assert.Equal(HttpStatusCode.Gone, (await crew.Tenant.Browse().GetAsync(mails[0].Paths[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await crew.Tenant.Browse().GetAsync(mails[^1].Paths[0])).Status);
    }
}
