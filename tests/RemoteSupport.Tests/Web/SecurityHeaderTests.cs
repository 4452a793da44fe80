using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Web;

/// <summary>Every answer, whoever gives it, tells the browser what not to do.</summary>
public sealed class SecurityHeaderTests
{
    [Theory]
    [InlineData("GET", "/sign-in", 200)]
    [InlineData("GET", "/", 302)]
    [InlineData("GET", "/no-such-page", 404)]
    [InlineData("POST", "/sign-in", 400)]
    [InlineData("GET", "/brand/1.css", 200)]
    [InlineData("GET", "/brand/1/logo", 404)]
    [InlineData("GET", "/assets/none.js", 404)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("DELETE", "/api/v1/session", 401)]
    [InlineData("GET", "/api/v1/none", 404)]
    [InlineData("PUT", "/api/v1/session", 405)]
    public async Task Every_answer_carries_the_policies(string method, string path, int status)
    {
        var tenant = await TestTenant.CreateAsync();
        using var answer = await tenant.Browse().SendOnceAsync(new HttpMethod(method), path);
        Assert.Equal(status, (int)answer.StatusCode);
        IsCareful(answer);
    }

    [Fact]
    public async Task So_does_the_page_of_an_unknown_host()
    {
        using var answer = await (await TestTenant.CreateAsync()).Browse().SendOnceAsync(HttpMethod.Get, "/", host: "nobody.app.localhost");
        IsCareful(answer);
    }

    private static void IsCareful(HttpResponseMessage answer)
    {
        string One(string name) => string.Join(',', answer.Headers.GetValues(name));
        var policy = One("Content-Security-Policy");
        foreach (var part in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'" })
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "same-origin"), (One("X-Content-Type-Options"), One("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }
}
