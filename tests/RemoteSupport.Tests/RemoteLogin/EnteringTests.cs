using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RemoteLogin;

/// <summary>Who gets in, as whom, until when.</summary>
public sealed class EnteringTests
{
    [Fact, Trait("Behaviour", "RA-2")]
    public async Task Where_the_service_provider_manages_a_supporter_enters_at_once_as_owner()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var supporter = await tenant.AddPartnerUserAsync();
        var answer = await (await tenant.Call().SignInAsync(supporter.Email)).PostAsync($"/organizations/{organization}/remote-logins");
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("owner", answer.Body["role"]!.GetValue<string>());
        Assert.Equal(tenant.Now.AddHours(8), answer.Body["expiresAt"]!.GetValue<DateTimeOffset>());

        var me = await tenant.Call(answer.Body["accessToken"]!.GetValue<string>()).GetAsync("/me");
        Assert.Equal(supporter.Name, me.Body["user"]!["name"]!.GetValue<string>());
        Assert.Equal("supporter", me.Body["user"]!["role"]!.GetValue<string>());
        Assert.Equal(organization, me.Body["actingAs"]!["organizationId"]!.GetValue<Guid>());
        Assert.Equal("owner", me.Body["actingAs"]!["role"]!.GetValue<string>());
        Assert.Equal(answer.Body["remoteLoginId"]!.GetValue<Guid>(), me.Body["actingAs"]!["remoteLoginId"]!.GetValue<Guid>());
    }

    [Fact, Trait("Behaviour", "RA-3")]
    public async Task Where_the_customer_manages_nobody_enters_before_approval()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var api = await tenant.Call(language: "de").SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var answer = await api.PostAsync($"/organizations/{organization}/remote-logins");
        Assert.Equal((HttpStatusCode.Forbidden, "approval_required"), (answer.Status, answer.Code));
        Assert.Equal("Der Inhaber hat keinen Zugriff gewährt. Bitte fordern Sie ihn zuerst an.", answer.Detail);
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from remote_logins"));
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from sessions where acting_as is not null"));
    }

    [Fact, Trait("Behaviour", "RA-9")]
    public async Task On_an_active_grant_everybody_of_the_partner_enters_as_super_admin_each_under_their_own_name()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var (asker, other) = (await tenant.AddPartnerUserAsync(), await tenant.AddPartnerUserAsync("admin"));
        await tenant.AddGrantAsync(organization, asker, TimeSpan.FromHours(2));
        foreach (var supporter in new[] { asker, other })
        {
            var (program, _) = await tenant.EnterAsync(supporter, organization);
            var me = (await program.GetAsync("/me")).Body;
            Assert.Equal("super_admin", me["actingAs"]!["role"]!.GetValue<string>());
            Assert.Equal(tenant.Now.AddHours(2), me["actingAs"]!["expiresAt"]!.GetValue<DateTimeOffset>());
        }

        Assert.Equal(new[] { asker.Id, other.Id }.Order(), (await tenant.ListAsync<Guid>("select account_id from remote_logins")).Order());
    }

    [Fact, Trait("Behaviour", "OR-5")]
    public async Task A_suspended_organization_is_not_entered()
    {
        var tenant = await TestTenant.CreateAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        foreach (var managedBy in new[] { "customer", "service_provider" })
        {
            var organization = await tenant.AddOrganizationAsync(managedBy);
            if (managedBy == "customer") await tenant.AddGrantAsync(organization, supporter);
            await tenant.RunAsync("update organizations set status = 'suspended' where id = @organization", new { organization });
            var answer = await (await tenant.Call().SignInAsync(supporter.Email)).PostAsync($"/organizations/{organization}/remote-logins");
            Assert.Equal((HttpStatusCode.Conflict, "organization_suspended"), (answer.Status, answer.Code));
        }
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_organization_is_not_found()
    {
        var (mine, theirs) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var organization = await theirs.AddOrganizationAsync("service_provider");
        var supporter = await theirs.AddPartnerUserAsync();
        var (_, login) = await theirs.EnterAsync(supporter, organization);
        var api = await mine.Call().SignInAsync((await mine.AddPartnerUserAsync()).Email);
        Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync($"/organizations/{organization}/remote-logins")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/organizations/{organization}/remote-logins")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.DeleteAsync($"/remote-logins/{login}")).Status);
        var owner = await mine.AddMemberAsync(await mine.AddOrganizationAsync(), "owner");
        Assert.Equal(HttpStatusCode.NotFound, (await (await mine.Call().SignInAsync(owner.Email)).DeleteAsync($"/remote-logins/{login}")).Status);
    }

    [Theory, Trait("Behaviour", "RA-11")]
    [InlineData("customer")]
    [InlineData("service_provider")]
    public async Task From_inside_nobody_enters_elsewhere_or_sees_their_own_account(string managedBy)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync(managedBy);
        var supporter = await tenant.AddPartnerUserAsync();
        if (managedBy == "customer") await tenant.AddGrantAsync(organization, supporter);
        var (inside, _) = await tenant.EnterAsync(supporter, organization);
        Assert.Equal("in_person_only", (await inside.PostAsync($"/organizations/{await tenant.AddOrganizationAsync("service_provider")}/remote-logins")).Code);
        Assert.Equal("in_person_only", (await inside.GetAsync("/sessions")).Code);
        Assert.Equal("in_person_only", (await inside.PatchAsync("/me", new { name = "Somebody else" })).Code);
        Assert.Equal("in_person_only", (await inside.GetAsync($"/organizations/{organization}/remote-logins")).Code);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task It_ends_with_the_grant_or_the_partners_session_if_those_end_sooner()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var supporter = await tenant.AddPartnerUserAsync();
        var api = await tenant.Call().SignInAsync(supporter.Email);
        await tenant.RunAsync("update sessions set ends_at = @end", new { end = tenant.Now.AddMinutes(7) });
        var answer = await api.PostAsync($"/organizations/{organization}/remote-logins");
        Assert.Equal(tenant.Now.AddMinutes(7), answer.Body["expiresAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact, Trait("Behaviour", "RA-13")]
    public async Task The_owner_is_told_of_each_login_under_a_grant_in_their_language_unless_turned_off()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync(language: "de");
        var owner = await tenant.AddMemberAsync(organization, "owner", language: null);
        var supporter = await tenant.AddPartnerUserAsync();
        await tenant.AddGrantAsync(organization, supporter, TimeSpan.FromHours(1));
        await tenant.EnterAsync(supporter, organization);
        var mail = Assert.Single(await tenant.MessagesToAsync(owner.Email));
        Assert.Equal(("supporter-entered", "de"), (mail.Message, mail.Language));
        Assert.Contains(supporter.Name, mail.Text, StringComparison.Ordinal);
        Assert.Contains("11:00 (Europe/Rome)", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"http://{tenant.Host}/manage/remote-support", mail.Text, StringComparison.Ordinal);

        var browser = tenant.Browse();
        await browser.SignInAsync(owner.Email);
        await browser.SubmitAsync(await browser.GetAsync("/manage/presence"), "form[action*='handler=Notice'] button");
        await tenant.EnterAsync(supporter, organization);
        Assert.Single(await tenant.MessagesToAsync(owner.Email));
    }

    [Fact, Trait("Behaviour", "RA-2")]
    public async Task Where_the_service_provider_manages_no_mail_announces_a_login()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var owner = await tenant.AddMemberAsync(organization, "owner");
        await tenant.EnterAsync(await tenant.AddPartnerUserAsync(), organization);
        Assert.Empty(await tenant.MessagesToAsync(owner.Email));
    }

    [Fact, Trait("Behaviour", "RA-14")]
    public async Task A_login_and_what_is_done_in_it_are_audited_under_the_real_person()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var member = await tenant.AddMemberAsync(organization);
        var supporter = await tenant.AddPartnerUserAsync();
        var (inside, login) = await tenant.EnterAsync(supporter, organization);
        Assert.Equal(HttpStatusCode.NoContent, (await inside.PostAsync($"/users/{member.Id}/unlock")).Status);
        var entries = await tenant.ListAsync<Entry>(
            "select action, actor_id, actor_role, acting_as, remote_login_id, organization_id from audit_events where organization_id is not null and action <> 'SignIn' order by id");
        Assert.Equal(
            [
                new Entry("LogInToSupport", supporter.Id, "supporter", null, null, organization),
                new Entry("UnlockAccount", supporter.Id, "supporter", "owner", login, organization),
            ],
            entries.OrderBy(entry => entry.Action, StringComparer.Ordinal));
    }

    private sealed record Entry(string Action, Guid ActorId, string ActorRole, string? ActingAs, Guid? RemoteLoginId, Guid OrganizationId);
}
