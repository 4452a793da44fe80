using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Profile;

public sealed class MeApiTests
{
    [Fact, Trait("Behaviour", "AC-12")]
    public async Task Me_is_the_caller_and_the_tenant_exactly_as_the_contract_says()
    {
        var tenant = await TestTenant.CreateAsync(language: "it");
        var account = await tenant.AddPartnerUserAsync(language: null);
        var api = await tenant.Call().SignInAsync(account.Email);

        var answer = await api.GetAsync("/me");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal(
            $$$"""{"user":{"id":"{{{account.Id}}}","name":"{{{account.Name}}}","email":"{{{account.Email}}}","language":"it","timeZone":"Europe/Rome","kind":"partner","role":"supporter"},"tenant":{"slug":"{{{tenant.Slug}}}","name":"Brand {{{tenant.Slug}}}"}}""",
            answer.Body.ToJsonString());
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task A_member_is_shown_with_their_organization()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var api = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);

        var user = (await api.GetAsync("/me")).Body["user"]!;

        Assert.Equal(("organization", "owner", organization), (user["kind"]!.ToString(), user["role"]!.ToString(), user["organizationId"]!.GetValue<Guid>()));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task What_is_not_mentioned_stays_and_null_takes_a_choice_back()
    {
        var (tenant, account, api) = await SignedInAsync();

        var first = await api.PatchAsync("/me", new { language = "de", timeZone = "America/Mexico_City", name = "  Zoë Ångström  " });
        Assert.Equal((HttpStatusCode.OK, "Zoë Ångström"), (first.Status, first.Body["user"]!["name"]!.ToString()));

        await api.PatchAsync("/me", new { timeZone = (string?)null });
        var user = (await api.GetAsync("/me")).Body["user"]!;
        Assert.Equal(("Zoë Ångström", "de", "Europe/Rome"), (user["name"]!.ToString(), user["language"]!.ToString(), user["timeZone"]!.ToString()));
        Assert.Null(await tenant.SingleAsync<string?>("select time_zone from accounts where id = @Id", new { account.Id }));
        Assert.Equal(2, (await tenant.ListAsync<string>("select action from audit_events where action = 'ChangeProfile'")).Count);
    }

    [Theory, Trait("Behaviour", "AC-12")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{"name":"two\nlines"}""", "name")]
    [InlineData("""{"name":"nul\u0000"}""", "name")]
    [InlineData("""{"language":"fr"}""", "language")]
    [InlineData("""{"language":""}""", "language")]
    [InlineData("""{"timeZone":"Mars/Olympus"}""", "timeZone")]
    [InlineData("""{"timeZone":"../../etc/passwd"}""", "timeZone")]
    public async Task A_bad_value_is_refused_at_its_field_and_nothing_is_changed(string body, string field)
    {
        var (_, account, api) = await SignedInAsync();

        var answer = await api.SendRawAsync(HttpMethod.Patch, "/me", body);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (answer.Status, answer.Code));
        Assert.Equal([field], answer.Body["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal(account.Name, (await api.GetAsync("/me")).Body["user"]!["name"]!.ToString());
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("""{"email":"new@example.org"}""")]
    [InlineData("""{"name":"half \ud800"}""")]
    [InlineData("""{"name":7}""")]
    [InlineData("""{"name":""")]
    public async Task What_cannot_be_read_is_malformed(string body)
    {
        var (_, _, api) = await SignedInAsync();
        var answer = await api.SendRawAsync(HttpMethod.Patch, "/me", body);
        Assert.Equal((HttpStatusCode.BadRequest, "malformed"), (answer.Status, answer.Code));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task A_name_may_be_as_long_as_the_table_takes_it_in_any_script()
    {
        var (_, _, api) = await SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync("/me", new { name = "李小龍 👩‍💻 " + new string('ü', 190) })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PatchAsync("/me", new { name = new string('ü', 201) })).Status);
    }

    private static async Task<(TestTenant Tenant, TestAccount Account, Api Api)> SignedInAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        return (tenant, account, await tenant.Call().SignInAsync(account.Email));
    }
}
