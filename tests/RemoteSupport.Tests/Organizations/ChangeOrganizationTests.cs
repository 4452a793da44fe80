using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

public sealed class ChangeOrganizationTests
{
    [Fact, Trait("Behaviour", "OR-1"), Trait("Behaviour", "AU-1")]
    public async Task A_partner_user_changes_what_is_given_and_the_rest_stays()
    {
        var scene = await Steps.SceneAsync();
        await scene.AsSupporter.PatchAsync(scene.Path, new { customerReference = "A-1", numbers = new[] { "+39066981234", "+39066981235" } });

        var answer = await scene.AsSupporter.PatchAsync(scene.Path, new { name = " New Name ", numbers = new[] { "030 1234567" }, country = "DE", language = "de", timeZone = (string?)null });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var body = answer.Body;
        Assert.Equal(
            ("New Name", "A-1", "+49301234567", "DE", "de", "Europe/Rome"),
            (body["name"]!.ToString(), body["customerReference"]!.ToString(), body["numbers"]!.AsArray().Single()!.ToString(), body["country"]!.ToString(), body["language"]!.ToString(), body["timeZone"]!.ToString()));
        Assert.Null((await scene.AsSupporter.PatchAsync(scene.Path, new { customerReference = (string?)null })).Body["customerReference"]);
        var details = await scene.Tenant.SingleAsync<string>(
            "select d.details ->> 'changes' from audit_details d join audit_events e on e.id = d.event_id where e.organization_id = @Organization and d.details -> 'changes' ? 'country'", new { scene.Organization });
        Assert.Contains("""{"after": "DE", "before": "IT"}""", details, StringComparison.Ordinal);
        Assert.Contains("+39066981235", details, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "OR-1")]
    [InlineData("""{"name":null}""", "name", "Geben Sie einen Namen ein.")]
    [InlineData("""{"numbers":["1"]}""", "numbers[0]", "Geben Sie eine Rufnummer mit Landesvorwahl ein, zum Beispiel +39 06 12345678.")]
    [InlineData("""{"country":"Italy"}""", "country", "Wählen Sie ein Land mit seinen zwei Buchstaben, zum Beispiel IT.")]
    [InlineData("""{"language":null}""", "language", "Wählen Sie eine der angebotenen Sprachen.")]
    [InlineData("""{"timeZone":"x"}""", "timeZone", "Wählen Sie eine Zeitzone aus der Liste.")]
    [InlineData("""{"status":"closed"}""", "status", "Wählen Sie, ob die Organisation aktiv oder ausgesetzt ist.")]
    [InlineData("""{"managedBy":null}""", "managedBy", "Wählen Sie, wer die Organisation verwaltet.")]
    [InlineData("""{"customerReference":"taken-1"}""", "customerReference", "Eine andere Organisation hat diese Kundenreferenz.")]
    public async Task A_bad_value_is_refused_at_its_field_and_nothing_is_changed(string body, string field, string sentence)
    {
        var scene = await Steps.SceneAsync();
        var other = await scene.Tenant.AddOrganizationAsync();
        await scene.Tenant.RunAsync("update organizations set customer_reference = 'TAKEN-1' where id = @other", new { other });
        var before = (await scene.AsSupporter.GetAsync(scene.Path)).Body.ToJsonString();
        var api = await scene.Tenant.Call(language: "de").SignInAsync(scene.Supporter.Email);

        var answer = await api.SendRawAsync(HttpMethod.Patch, scene.Path, body);

        answer.IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
        Assert.Equal([(field, sentence)], answer.Body["errors"]!.AsObject().Select(error => (error.Key, error.Value![0]!.ToString())));
        Assert.Equal(before, (await scene.AsSupporter.GetAsync(scene.Path)).Body.ToJsonString());
    }

    [Theory, Trait("Behaviour", "OR-1"), Trait("Behaviour", "RA-11")]
    [InlineData("owner")]
    [InlineData("admin")]
    [InlineData("acting owner")]
    [InlineData("super_admin")]
    public async Task Whoever_is_inside_changes_name_numbers_language_and_time_zone_and_nothing_else(string standing)
    {
        var scene = await Steps.SceneAsync();
        var api = await InsideAsync(scene, standing);

        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync(scene.Path, new { name = "Ours", numbers = new[] { "+39066981234" }, language = "es", timeZone = "Europe/Madrid" })).Status);

        foreach (var change in new object[] { new { customerReference = "X" }, new { country = "DE" }, new { status = "suspended" }, new { name = "Never", owner = new { name = "Me", email = "me@own.example" } } })
            (await api.PatchAsync(scene.Path, change)).IsRefused(HttpStatusCode.Forbidden, "forbidden");
        var body = (await api.GetAsync(scene.Path)).Body;
        Assert.Equal(("Ours", "es", "Europe/Madrid", "IT", "active"), (body["name"]!.ToString(), body["language"]!.ToString(), body["timeZone"]!.ToString(), body["country"]!.ToString(), body["status"]!.ToString()));
    }

    [Theory, Trait("Behaviour", "RA-17")]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("look_only", HttpStatusCode.OK)]
    public async Task Others_inside_change_nothing(string standing, HttpStatusCode sees)
    {
        var scene = await Steps.SceneAsync();
        var api = await InsideAsync(scene, standing);
        Assert.Equal(sees, (await api.GetAsync(scene.Path)).Status);
        (await api.PatchAsync(scene.Path, new { name = "Never" })).IsRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory, Trait("Behaviour", "TN-2")]
    [InlineData("owner")]
    [InlineData("admin")]
    [InlineData("acting owner")]
    [InlineData("super_admin")]
    public async Task Whoever_is_inside_one_organization_finds_no_other(string standing)
    {
        var scene = await Steps.SceneAsync();
        var other = $"/organizations/{await scene.Tenant.AddOrganizationAsync()}";
        var api = await InsideAsync(scene, standing);
        (await api.GetAsync(other)).IsRefused(HttpStatusCode.NotFound, "not_found");
        (await api.PatchAsync(other, new { name = "Never" })).IsRefused(HttpStatusCode.NotFound, "not_found");
    }

    [Fact, Trait("Behaviour", "OR-5")]
    public async Task A_partner_user_suspends_and_resumes_an_organization()
    {
        var scene = await Steps.SceneAsync();
        Assert.Equal("suspended", (await scene.AsSupporter.PatchAsync(scene.Path, new { status = "suspended" })).Body["status"]!.ToString());
        Assert.Equal("active", (await scene.AsSupporter.PatchAsync(scene.Path, new { status = "active" })).Body["status"]!.ToString());
        Assert.Equal(["access", "access", "access", "access"], await scene.Tenant.ListAsync<string>("select what from live_events where what = 'access' and topic in ('support', 'organization/' || replace(@id, '-', ''))", new { id = scene.Organization.ToString() }));
    }

    [Theory, Trait("Behaviour", "RA-7")]
    [InlineData("pending", 0, "pending")]
    [InlineData("pending", 7 * 24 * 60, "none")]
    [InlineData("approved", 59, "active")]
    [InlineData("approved", 60, "none")]
    public async Task Access_is_told_by_the_clock(string state, int minutesLater, string expected)
    {
        var scene = await Steps.SceneAsync();
        var id = Guid.CreateVersion7(TestClock.Start);
        await scene.Tenant.RunAsync(
            """
            insert into access_requests (id, organization_id, requester_id, state, requested_duration, granted_duration, created_at, lapses_at, expires_at)
            values (@id, @Organization, @Requester, @state, '1 hour', case when @state = 'approved' then interval '1 hour' end, @Now, @Now::timestamptz + interval '7 days', case when @state = 'approved' then @Now::timestamptz + interval '1 hour' end)
            """,
            new { id, scene.Organization, Requester = scene.Supporter.Id, state, scene.Tenant.Now });
        scene.Tenant.Now += TimeSpan.FromMinutes(minutesLater);

        var access = (await (await scene.Tenant.Call().SignInAsync(scene.Supporter.Email)).GetAsync(scene.Path)).Body["access"]!;

        Assert.Equal(expected, access["state"]!.ToString());
        if (expected == "none") return;
        Assert.Equal((id, scene.Supporter.Name), (access["requestId"]!.GetValue<Guid>(), access["requestedBy"]!.ToString()));
        Assert.Equal(expected == "active", access["expiresAt"] is not null);
    }

    private static async Task<Api> InsideAsync(Scene scene, string standing) => standing switch
    {
        "owner" => scene.AsOwner,
        "acting owner" => await scene.InsideAsync("owner"),
        "admin" or "member" => await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddMemberAsync(scene.Organization, standing)).Email),
        _ => await scene.InsideAsync(standing),
    };
}
