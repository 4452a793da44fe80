using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PartnerUsers;

/// <summary>The list of the team: by name, searched, narrowed, page by page (TN-5).</summary>
public sealed class ListPartnerUsersTests
{
    [Fact, Trait("Behaviour", "TN-5")]
    public async Task The_list_is_in_the_order_of_names_and_holds_nobody_of_the_customers()
    {
        var crew = await NamedAsync();
        await crew.Tenant.AddMemberAsync(await crew.Tenant.AddOrganizationAsync());
        Assert.Equal(["Ágnes", "bernd", "Zoë"], await NamesAsync(crew, ""));
    }

    [Theory, Trait("Behaviour", "TN-5")]
    [InlineData("?query=AGN", "Ágnes")]
    [InlineData("?query=zoe", "Zoë")]
    [InlineData("?query=supporter.", "Zoë")]
    [InlineData("?query=%20%20", "Ágnes,bernd,Zoë")]
    [InlineData("?query=nobody", "")]
    [InlineData("?query=%25", "")]
    [InlineData("?role=supporter", "Zoë")]
    [InlineData("?status=deactivated", "bernd")]
    [InlineData("?status=active&role=admin", "Ágnes")]
    public async Task It_is_searched_by_letters_and_narrowed(string query, string expected)
    {
        var crew = await NamedAsync();
        await (await crew.SignInAsync(crew.Admin)).PatchAsync($"/users/{crew.Second.Id}", new { status = "deactivated" });
        Assert.Equal(expected, string.Join(',', await NamesAsync(crew, query)));
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task It_comes_page_by_page_without_leaving_anybody_out()
    {
        var crew = await NamedAsync();
        for (var i = 0; i < 4; i++) await crew.Tenant.RunAsync("update accounts set name = 'Same' where id = @Id", new { (await crew.Tenant.AddPartnerUserAsync()).Id });
        var (api, seen, cursor) = (await crew.SignInAsync(crew.Admin), new List<Guid>(), "");
        do
        {
            var page = (await api.GetAsync($"/users?limit=2{cursor}")).Body;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()));
            cursor = page["nextCursor"] is { } next ? $"&cursor={next.GetValue<string>()}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal((7, 7), (seen.Count, seen.Distinct().Count()));
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task It_says_when_somebody_was_last_seen_also_after_they_have_signed_out()
    {
        var crew = await Crew.CreateAsync();
        var supporter = await crew.SignInAsync(crew.Supporter);
        crew.Tenant.Now += TimeSpan.FromHours(3);
        await supporter.GetAsync("/me");
        await supporter.DeleteAsync("/session");
        crew.Tenant.Now += TimeSpan.FromHours(3);

        var api = await crew.SignInAsync(crew.Admin);
        Assert.Equal(TestClock.Start.AddHours(3), (await api.GetAsync($"/users/{crew.Supporter.Id}")).Body["lastSeenAt"]!.GetValue<DateTimeOffset>());
        Assert.Null((await api.GetAsync($"/users/{crew.Second.Id}")).Body["lastSeenAt"]);
    }

    [Fact, Trait("Behaviour", "AC-5")]
    public async Task Who_is_locked_out_is_said_until_when()
    {
        var crew = await Crew.CreateAsync();
        for (var i = 0; i < 5; i++) await crew.Tenant.Call().TrySignInAsync(crew.Supporter.Email, "wrong");
        var api = await crew.SignInAsync(crew.Admin);
        var path = $"/users/{crew.Supporter.Id}";
        Assert.Equal(crew.Tenant.Now.AddMinutes(15), (await api.GetAsync(path)).Body["lockedUntil"]!.GetValue<DateTimeOffset>());
        Assert.Equal(HttpStatusCode.NoContent, (await api.PostAsync(path + "/unlock")).Status);
        Assert.Null((await api.GetAsync(path)).Body["lockedUntil"]);
    }

    [Theory, Trait("Behaviour", "TN-5")]
    [InlineData("?role=owner", "role")]
    [InlineData("?status=locked", "status")]
    [InlineData("?limit=0", "limit")]
    public async Task What_cannot_be_asked_is_said(string query, string field)
    {
        var crew = await Crew.CreateAsync();
        var answer = await (await crew.SignInAsync(crew.Admin)).GetAsync("/users" + query);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (answer.Status, answer.Body["errors"]!.AsObject().Single().Key));
    }

    private static async Task<Crew> NamedAsync()
    {
        var crew = await Crew.CreateAsync();
        foreach (var (person, name) in new[] { (crew.Admin, "Ágnes"), (crew.Second, "bernd"), (crew.Supporter, "Zoë") })
            await crew.Tenant.RunAsync("update accounts set name = @name where id = @Id", new { name, person.Id });
        return crew;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(Crew crew, string query)
    {
        var answer = await (await crew.SignInAsync(crew.Admin)).GetAsync("/users" + query);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. answer.Body["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())];
    }
}
