using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Architecture;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Web;

/// <summary>What no honest program sends is answered with a problem document and never with a bug (AP-1).</summary>
public sealed class BadInputTests
{
    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("POST", "/sign-in", "{", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", "", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", null, "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", "null", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", "[]", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", "\"x\"", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", """{"email":1,"password":"x"}""", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", """{"email":"a@b.example","password":"x","admin":true}""", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", """{"email":"a@b.example","password":"x"} trailing""", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", """{"email":"\ud800","password":"x"}""", "application/json", 400, "malformed")]
    [InlineData("POST", "/sign-in", "{}", "application/json", 422, "validation_failed")]
    [InlineData("POST", "/sign-in", "email=a&password=b", "application/x-www-form-urlencoded", 415, "unsupported_media_type")]
    [InlineData("POST", "/sign-in", "<a/>", "text/xml", 415, "unsupported_media_type")]
    [InlineData("GET", "/sign-in", null, "application/json", 405, "malformed")]
    [InlineData("PUT", "/session", "{}", "application/json", 405, "malformed")]
    [InlineData("GET", "/no-such-thing", null, "application/json", 404, "not_found")]
    [InlineData("POST", "/users/not-an-id/unlock", "{}", "application/json", 404, "not_found")]
    [InlineData("DELETE", "/session", null, "application/json", 401, "unauthenticated")]
    public async Task Every_bad_request_is_answered_with_its_own_problem(string method, string path, string? body, string type, int status, string code)
    {
        var tenant = await TestTenant.CreateAsync();
        var answer = await tenant.Call().SendRawAsync(new HttpMethod(method), path, body, type);
        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
        IsProblem(answer);
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("en", "We could not read what was sent.", "Please sign in.", "We could not find this.")]
    [InlineData("it", "Impossibile leggere i dati inviati.", "Effettui l'accesso.", "Elemento non trovato.")]
    [InlineData("es", "No pudimos leer los datos enviados.", "Inicie sesión.", "No encontramos lo que busca.")]
    [InlineData("de", "Die gesendeten Daten konnten nicht gelesen werden.", "Bitte melden Sie sich an.", "Das konnte nicht gefunden werden.")]
    public async Task The_problem_speaks_the_language_that_the_request_asks_for(string language, string malformed, string unauthenticated, string notFound)
    {
        var api = (await TestTenant.CreateAsync()).Call(language: language);
        Assert.Equal(malformed, (await api.SendRawAsync(HttpMethod.Post, "/sign-in", "{")).Detail);
        Assert.Equal(unauthenticated, (await api.DeleteAsync("/session")).Detail);
        Assert.Equal(notFound, (await api.GetAsync("/no-such-thing")).Detail);
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task Sentences_of_fields_are_in_the_callers_language_under_the_fields_JSON_name()
    {
        var answer = await (await TestTenant.CreateAsync()).Call(language: "de").PostAsync("/sign-in", new { email = new string('a', 300), password = "x" });
        Assert.Equal("validation_failed", answer.Code);
        Assert.Equal("Diese E-Mail-Adresse ist zu lang.", Assert.Single(answer.Body["errors"]!["email"]!.AsArray())!.GetValue<string>());
        Assert.Null(answer.Body["errors"]!["password"]);
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task A_body_of_more_than_a_mebibyte_is_too_large_for_the_API_and_for_forms()
    {
        var tenant = await TestTenant.CreateAsync();
        var large = new string('a', 1_100_000);
        var answer = await tenant.Call().PostAsync("/sign-in", new { email = "a@b.example", password = large });
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "malformed"), (answer.Status, answer.Code));
        IsProblem(answer);

        var browser = tenant.Browse("de");
        var page = await browser.SignInAsync("a@b.example", large);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "de"), (page.Status, page.Document.DocumentElement.GetAttribute("lang")));
        Assert.Contains("Die Daten sind zu groß.", page.Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [MemberData(nameof(Nasty))]
    public async Task Nothing_that_a_field_can_hold_breaks_signing_in(string value)
    {
        var tenant = await TestTenant.CreateAsync();
        foreach (var body in new object[] { new { email = value, password = "x" }, new { email = "a@b.example", password = value } })
        {
            var answer = await tenant.Call().PostAsync("/sign-in", body);
            Assert.Contains((int)answer.Status, (int[])[401, 422]);
            IsProblem(answer);
        }

        // ASP.NET Core takes no form with U+0000.
        var page = await tenant.Browse().SignInAsync(value, value);
        Assert.Contains((int)page.Status, value.Contains('\0', StringComparison.Ordinal) ? (int[])[400] : [401, 422]);
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("GET", "/api/v1/sessions?limit=x")]
    [InlineData("GET", "/api/v1/sessions?cursor=%00")]
    [InlineData("GET", "/api/v1/users/%00/unlock")]
    [InlineData("GET", "/api/v1/../../etc/passwd")]
    [InlineData("GET", "/api/v1/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("GET", "/assets/..%2f..%2fappsettings.json")]
    [InlineData("GET", "/assets/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("GET", "/brand/999999999999999999999.css")]
    [InlineData("GET", "/brand/-1/logo")]
    [InlineData("GET", "/error")]
    [InlineData("GET", "/%ff%fe")]
    [InlineData("GET", "/sign-in/%00")]
    [InlineData("GET", "/sign-in?returnUrl=%00%ff")]
    [InlineData("GET", "//evil.example/sign-in")]
    [InlineData("GET", "/Features/SignIn/SignIn")]
    [InlineData("TRACE", "/sign-in")]
    [InlineData("NONSENSE", "/sign-in")]
    [InlineData("NONSENSE", "/api/v1/sign-in")]
    public async Task No_address_and_no_method_breaks_anything_or_leads_out(string method, string target)
    {
        var tenant = await TestTenant.CreateAsync();
        var answer = await RawHttp.SendAsync(tenant, RawHttp.Request(tenant, $"{method} {target}"));
        Assert.InRange(RawHttp.StatusOf(answer), 200, 499);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("ConnectionStrings", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("Accept-Language: \xff\xfe;q=2\r\n")]
    [InlineData("Authorization: Bearer \x01\r\n")]
    [InlineData("Authorization: Bearer\r\n")]
    [InlineData("Authorization: Basic eA==\r\n")]
    [InlineData("Cookie: __Host-session=\xff\r\n")]
    [InlineData("Cookie: =;;;=\r\n")]
    [InlineData("User-Agent: \xe2\x28\xa1\r\n")]
    [InlineData("Sec-Fetch-Site: \xff\r\n")]
    [InlineData("X-Forwarded-For: nonsense, ::::\r\n")]
    [InlineData("Content-Type: nonsense\r\n")]
    [InlineData("Accept: nonsense/\r\n")]
    public async Task No_header_breaks_anything(string header)
    {
        var tenant = await TestTenant.CreateAsync();
        foreach (var line in new[] { "GET /sign-in", "GET /", "DELETE /api/v1/session", "POST /sign-in", "POST /api/v1/sign-in" })
        {
            var answer = await RawHttp.SendAsync(tenant, RawHttp.Request(tenant, line, header, line.StartsWith("POST", StringComparison.Ordinal) ? "{}" : ""));
            Assert.True(RawHttp.StatusOf(answer) is >= 200 and < 500, $"{line}: {answer}");
        }
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task Text_that_is_not_UTF_8_is_malformed()
    {
        var tenant = await TestTenant.CreateAsync();
        var answer = await RawHttp.SendAsync(tenant, RawHttp.Request(tenant, "POST /api/v1/sign-in", "Content-Type: application/json\r\n", "{\"email\":\"\xff\xfe\",\"password\":\"x\"}"));
        Assert.Equal(400, RawHttp.StatusOf(answer));
        Assert.Contains("\"malformed\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_is_answered_like_GET_without_a_body()
    {
        var tenant = await TestTenant.CreateAsync();
        using var head = await tenant.Browse().SendOnceAsync(HttpMethod.Head, "/sign-in");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task Every_API_route_refuses_other_methods_and_asks_the_signed_out_to_sign_in()
    {
        var tenant = await TestTenant.CreateAsync();
        foreach (var path in Routes.ApiOf(tenant.Node).GroupBy(route => Routes.SampleOf(route.Route)))
        {
            var other = new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete }.First(method => path.All(route => route.Method != method));
            var answer = await tenant.Call().SendRawAsync(other, path.Key["/api/v1".Length..], null);
            Assert.Equal((path.Key, 405, "malformed"), (path.Key, (int)answer.Status, answer.Code));
            foreach (var (_, method) in path)
            {
                var bare = await tenant.Call().SendRawAsync(method, path.Key["/api/v1".Length..], method == HttpMethod.Get || method == HttpMethod.Delete ? null : "{}");
                Assert.Contains((int)bare.Status, (int[])[401, 404, 410, 415, 422]);
                IsProblem(bare);
            }
        }
    }

    public static TheoryData<string> Nasty =>
    [
        "\0", "a\0b@b.example", "a\r\nBcc: x@y.example", "\u202e\u200b", "\ufffe", "' or 1=1 --", "<script>alert(1)</script>", "{{ 7 * 7 }}", "%00%0d%0a", "../../etc/passwd",
        new string('a', 253), new string('\u0301', 200), "😀😀", "a@" + new string('b', 240) + ".example", new string('@', 100),
    ];

    private static void IsProblem(Answer answer)
    {
        Assert.Equal("application/problem+json", answer.MediaType);
        var body = Assert.IsType<JsonObject>(answer.Body);
        foreach (var member in new[] { "type", "title", "detail", "code", "traceId" }) Assert.False(string.IsNullOrEmpty(body[member]?.GetValue<string>()), member);
        Assert.Equal((int)answer.Status, body["status"]!.GetValue<int>());
        Assert.Equal(answer.Status == HttpStatusCode.UnprocessableEntity, body["errors"] is JsonObject);
        Assert.DoesNotContain("   at ", body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body.ToJsonString(), StringComparison.Ordinal);
    }
}
