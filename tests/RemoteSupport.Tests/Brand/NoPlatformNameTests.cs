using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Architecture;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Brand;

/// <summary>
/// Crawls for the platform's own name: on every page and what it links to, in every language, for everybody, with all headers; in errors, problem documents, assets, the
/// manifest, OpenAPI's document, and in mails as a server gets them. "Remote Support" in two words is a feature, and so is its address "remote-support".
/// </summary>
[Trait("Behaviour", "TN-3")]
public sealed partial class NoPlatformNameTests
{
    private static readonly string[] WithoutSignIn =
    [
        "/sign-in", "/reset-password", "/report-a-problem", "/no-such-page", "/activate/nothing", "/openapi/v1.json", "/openapi/none.json", "/api/v1/me", "/api/v1/none", "/health/live",
        "/brand/1.css", "/brand/1.webmanifest", "/brand/1/icon", "/brand/1/logo", "/brand/preview.css?accent=%232457b8", "/live", "/favicon.ico", "/robots.txt",
    ];

    public static TheoryData<string> EveryLanguage => [.. Languages.All.Select(language => language.Code)];

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task It_stands_on_no_page_and_in_nothing_that_a_page_leads_to(string language)
    {
        var tenant = await TestTenant.CreateAsync(language: language);
        var organization = await tenant.AddOrganizationAsync("service_provider");
        TestAccount[] people =
        [
            await tenant.AddPartnerUserAsync("admin", language: null), await tenant.AddPartnerUserAsync(language: null),
            await tenant.AddMemberAsync(organization, "owner", language: null), await tenant.AddMemberAsync(organization, language: null),
        ];
        var seen = await CrawlAsync(tenant.Browse(language), WithoutSignIn);
        foreach (var person in people)
        {
            var browser = tenant.Browse(language);
            await browser.SignInAsync(person.Email);
            seen.UnionWith(await CrawlAsync(browser, ["/", .. Routes.PagesOf(tenant.Node).Select(Routes.SampleOf)]));
        }

        // So many that it is plain the crawl got behind the sign-in, and not only to it.
        foreach (var path in new[] { "/accounts", "/settings/brand", "/manage/members", $"/accounts/{organization}", "/problem-reports/new", "/assets/portal.css", "/assets/brand.js", "/brand/1.webmanifest" })
            Assert.Contains(seen, address => address == path || address.StartsWith(path + "?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_stands_in_no_refusal_and_no_failure()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        foreach (var (method, path, status) in new[]
        {
            (HttpMethod.Post, "/sign-in", HttpStatusCode.BadRequest), (HttpMethod.Put, "/sign-in", HttpStatusCode.BadRequest), (HttpMethod.Get, "/settings/brand", HttpStatusCode.Forbidden),
            (HttpMethod.Put, "/api/v1/session", HttpStatusCode.MethodNotAllowed), (HttpMethod.Post, "/api/v1/sign-in", HttpStatusCode.UnsupportedMediaType),
        })
        {
            using var answer = await browser.SendOnceAsync(method, path, method == HttpMethod.Get ? null : new FormUrlEncodedContent([KeyValuePair.Create("x", "y")]));
            Assert.Equal((path, status), (path, answer.StatusCode));
            await IsCleanAsync(path, answer);
        }

        await tenant.RunAsync("update tenants set status = 'suspended' where id = @Id", new { tenant.Id });
        await IsCleanAsync("suspended", await tenant.Browse().SendOnceAsync(HttpMethod.Get, "/sign-in"));
        await IsCleanAsync("unknown host", await tenant.Browse().SendOnceAsync(HttpMethod.Get, "/", host: "nobody.app.localhost"));
    }

    [Fact]
    public void It_stands_in_no_asset()
    {
        var assets = Repository.Files(Path.Combine(Repository.Root, "src", "RemoteSupport", "wwwroot"), "*.*").ToList();
        Assert.NotEmpty(assets);
        Assert.All(assets, file => IsClean(Repository.Short(file), Path.GetFileName(file) + Encoding.Latin1.GetString(File.ReadAllBytes(file))));
    }

    [Fact]
    public async Task It_stands_in_no_mail_neither_in_a_header_nor_in_a_text()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(server.Port);
        foreach (var language in Languages.All)
        {
            var tenant = await TestTenant.CreateAsync(node, language.Code);
            await tenant.QueueAsync(1, language: language.Code);
            await tenant.SendAsync();
        }

        var mails = await server.ReceivedAsync(Languages.All.Count);
        Assert.Equal(Languages.All.Count, mails.Count);
        Assert.All(mails, mail => IsClean("mail", mail.Hello + mail.From + Encoding.UTF8.GetString(mail.Raw) + mail.Subject + mail.Text + mail.Html));
    }

    /// <summary>Follows what stands in href and src, each address once; queries count once, too. Answers where it has been.</summary>
    private static async Task<HashSet<string>> CrawlAsync(Browser browser, IEnumerable<string> start)
    {
        var (waiting, seen) = (new Queue<string>(start), new HashSet<string>());
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            using var answer = await browser.SendOnceAsync(HttpMethod.Get, path);
            var text = await IsCleanAsync(path, answer);
            if (answer.Headers.Location?.OriginalString is { } there && there.StartsWith('/')) waiting.Enqueue(there);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (Match link in Link().Matches(text))
                if (WebUtility.HtmlDecode(link.Groups[1].Value) is var address && seen.All(one => PlainOf(one) != PlainOf(address))) waiting.Enqueue(address);
        }

        return seen;
    }

    private static string PlainOf(string address) => address.Split('?')[0];

    private static async Task<string> IsCleanAsync(string what, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        IsClean(what, answer.ReasonPhrase + answer.Headers + answer.Content.Headers + text);
        return text;
    }

    private static void IsClean(string what, string text) =>
        Assert.False(Name().Match(text) is { Success: true } found, $"{what}: …{(Name().Match(text) is { Success: true } at ? text[Math.Max(0, at.Index - 60)..Math.Min(text.Length, at.Index + 60)] : "")}…");

    [GeneratedRegex("remote_?support", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""(?:href|src|action)="(/[^"#]*)""")]
    private static partial Regex Link();
}
