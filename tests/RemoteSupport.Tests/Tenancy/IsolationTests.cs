using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using RemoteSupport.Tests.Architecture;
using RemoteSupport.Tests.Calls;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenancy;

/// <summary>Two tenants beside each other on sibling hosts: nothing of one works on the other (TN-1, TN-2).</summary>
public sealed class IsolationTests
{
    /// <summary>What an operation needs to be well formed, by its route: only then it looks at the id.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["/api/v1/organizations/{id}/members"] = """{"name":"Nina","email":"nina@example.com"}""",
        ["/api/v1/organizations/{id}/access-requests"] = """{"duration":"PT1H"}""",
        ["/api/v1/access-requests/{id}/extensions"] = """{"duration":"PT1H"}""",
        ["/api/v1/access-requests/{id}"] = """{"expiresAt":"2026-03-10T10:00:00Z"}""",
        ["/api/v1/organizations/{id}/problem-reports"] = """{"application":"Mail","summary":"It fails","description":"Since today."}""",
        ["/api/v1/problem-reports/{id}/replies"] = """{"text":"Thank you"}""",
        ["/api/v1/media/{id}"] = """{"name":"Manual"}""",
        ["/api/v1/calls/{callId}/library"] = """{"id":"0195784d-7d40-7000-8000-000000000001","mediaId":"0195784d-7d40-7000-8000-000000000002"}""",
        ["/api/v1/calls/{callId}/recordings/{id}/consent"] = """{"accepted":true}""",
        ["/api/v1/calls/{callId}/recordings/{id}/events"] = """{"events":[]}""",
        ["/api/v1/calls/{callId}/recordings/{id}/finish"] = """{"chunks":0}""",
        ["/api/v1/calls/{callId}/chat"] = """{"id":"019cd6a4-0000-7000-8000-000000000000","text":"Thank you"}""",
        ["/api/v1/applications/{id}"] = """{"name":"Mail"}""",
        ["/api/v1/message-templates/{message}/{channel}/{language}"] = """{"text":"Thank you"}""",
        ["/api/v1/message-templates/{message}/{channel}/{language}/preview"] = """{"text":"Thank you"}""",
    };

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Every_API_route_answers_another_tenants_ids_exactly_like_unknown_ones()
    {
        var (theirs, mine) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var ids = await IdsOfAsync(theirs);
        var callers = await CallersOfAsync(mine);
        var routes = Routes.ApiOf(mine.Node).Where(route => route.Route.RoutePattern.Parameters.Count > 0).ToList();
        Assert.NotEmpty(routes);
        foreach (var (route, method) in routes)
        {
            var statuses = new HashSet<HttpStatusCode>();
            foreach (var caller in callers)
            {
                var unknown = await AskAsync(caller, route, method, Guid.CreateVersion7(TestClock.Start));
                statuses.Add(unknown.Status);
                foreach (var id in ids) Assert.Equal(Essence(unknown), Essence(await AskAsync(caller, route, method, id)));
            }

            Assert.True(statuses.Contains(HttpStatusCode.NotFound), $"{method} {Routes.PatternOf(route)} never says 404 but {string.Join(", ", statuses)}.");
            Assert.DoesNotContain(statuses, status => (int)status is < 400 or >= 500);
        }
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_bearer_token_is_nothing_on_another_host()
    {
        var (theirs, mine) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var account = await theirs.AddPartnerUserAsync();
        var token = (await theirs.Call().TrySignInAsync(account.Email, TestTenant.Password)).Body["accessToken"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.Unauthorized, (await mine.Call(token).DeleteAsync("/session")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await theirs.Call(token).DeleteAsync("/session")).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_session_cookie_is_nothing_on_another_host_nor_in_the_API()
    {
        var (theirs, mine) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var browser = theirs.Browse();
        await browser.SignInAsync((await theirs.AddPartnerUserAsync()).Email);
        var thief = mine.Browse();
        foreach (var (name, value) in browser.Cookies) thief.Cookies[name] = value;

        Assert.Equal("Sign in", (await thief.GetAsync("/")).Heading);
        using var answer = await browser.SendOnceAsync(HttpMethod.Delete, "/api/v1/session");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.StartsWith("Hello", (await browser.GetAsync("/")).Heading, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_forms_token_is_nothing_on_another_host()
    {
        var (theirs, mine) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var account = await mine.AddPartnerUserAsync();
        var browser = theirs.Browse();
        var form = await browser.GetAsync("/sign-in");

        var answer = await browser.PostAsync("/sign-in", SignInForm(form, account.Email), mine.Host);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(await mine.ListAsync<Guid>("select id from sessions"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_forms_token_from_before_the_sign_in_is_nothing_after_it()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        var before = TokenOf(await browser.GetAsync("/sign-in"));
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);

        var answer = await browser.PostAsync("/locked-accounts?handler=Protect", [KeyValuePair.Create("on", "true"), KeyValuePair.Create("__RequestVerificationToken", before)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(await tenant.SingleAsync<bool>("select protects_known_devices from tenant_settings"));
    }

    [Theory, Trait("Behaviour", "TN-1")]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    [InlineData("Origin", "http://sibling.app.localhost:{port}", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "http://{host}:1", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "null", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "http://{host}:{port}", HttpStatusCode.OK)]
    public async Task What_a_sibling_posts_is_refused_even_with_every_cookie_and_token(string header, string value, HttpStatusCode expected)
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        var form = await browser.GetAsync("/sign-in");
        browser.Headers[header] = value.Replace("{host}", tenant.Host, StringComparison.Ordinal).Replace("{port}", tenant.Node.Port.ToString(null, null), StringComparison.Ordinal);

        var answer = await browser.PostAsync("/sign-in", SignInForm(form, (await tenant.AddPartnerUserAsync()).Email));
        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, (await tenant.ListAsync<Guid>("select id from sessions")).Count);
    }

    [Theory, Trait("Behaviour", "TN-1")]
    [InlineData("nobody.app.localhost")]
    [InlineData("app.localhost")]
    [InlineData("a.b.app.localhost")]
    [InlineData("example.org")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task An_unknown_host_is_a_plain_404_that_names_nobody(string host)
    {
        var tenant = await TestTenant.CreateAsync();
        foreach (var path in new[] { "/", "/sign-in", "/brand/1.css", "/no-such-page" })
        {
            var page = await tenant.Browse().GetAsync(path, host);
            Assert.Equal((path, HttpStatusCode.NotFound, "This page does not exist"), (path, page.Status, page.Heading));
            Assert.DoesNotContain("/brand/", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("RemoteSupport", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(tenant.Slug, page.Html, StringComparison.Ordinal);
        }

        var answer = await tenant.Call().PostAsync("/sign-in", new { email = "a@b.example", password = "x" }, host);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Fact, Trait("Behaviour", "TN-1")]
    public async Task A_page_of_a_tenant_names_that_tenant_and_never_the_platform()
    {
        var tenant = await TestTenant.CreateAsync();
        var page = await tenant.Browse().GetAsync("/sign-in");
        Assert.Contains("Brand " + tenant.Slug, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("RemoteSupport", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<Answer> AskAsync(Api caller, RouteEndpoint route, HttpMethod method, Guid id) =>
        caller.SendRawAsync(
            method, Routes.Fill(route, _ => id.ToString())["/api/v1".Length..],
            method == HttpMethod.Get || method == HttpMethod.Delete ? null : Bodies.GetValueOrDefault(Routes.PatternOf(route), "{}"));

    /// <summary>Everything of an answer but its trace id.</summary>
    private static string Essence(Answer answer)
    {
        var body = answer.Body.DeepClone();
        (body as JsonObject)?.Remove("traceId");
        return $"{(int)answer.Status} {answer.MediaType} {body.ToJsonString()}";
    }

    private static async Task<IReadOnlyList<Guid>> IdsOfAsync(TestTenant tenant)
    {
        var organization = await tenant.AddOrganizationAsync();
        var supporter = await tenant.AddPartnerUserAsync("admin");
        await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
        await tenant.AddGrantAsync(organization, supporter);
        await tenant.EnterAsync(supporter, organization);
        await (await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization)).Email)).PostAsync($"/organizations/{organization}/problem-reports", new { application = "Mail", summary = "It fails", description = "Since today." });
        await (await tenant.Call().SignInAsync(supporter.Email)).PostAsync("/applications", new { name = "Mail" });
        await (await Guest.InvitedByAsync(tenant, supporter)).RingAsync();
        return await tenant.ListAsync<Guid>(
            """
            select id from calls union all select id from support_invitations union all select id from passes union all select id from accounts union all select id from organizations union all select id from sessions union all select id from audit_events
            union all select id from access_requests union all select id from remote_logins union all select id from problem_reports union all select id from applications union all select id from messages
            """);
    }

    private static async Task<IReadOnlyList<Api>> CallersOfAsync(TestTenant tenant)
    {
        var organization = await tenant.AddOrganizationAsync();
        var callers = new List<Api>();
        foreach (var role in new[] { "admin", "supporter" }) callers.Add(await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync(role)).Email));
        foreach (var role in new[] { "owner", "admin", "member" }) callers.Add(await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, role)).Email));
        return callers;
    }

    private static string TokenOf(Page page) => page.Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;

    private static Dictionary<string, string> SignInForm(Page form, string email) => new()
    {
        ["Form.Email"] = email,
        ["Form.Password"] = TestTenant.Password,
        ["__RequestVerificationToken"] = TokenOf(form),
    };
}
