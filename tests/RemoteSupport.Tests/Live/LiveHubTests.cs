using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Live;

/// <summary>Who may open the socket on which pages listen.</summary>
public sealed class LiveHubTests
{
    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_socket_that_a_sibling_opens_with_the_persons_cookie_is_refused()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = await SignedInAsync(tenant);
        browser.Headers["Origin"] = $"http://sibling.{TestNode.BaseDomain}:{tenant.Node.Port}";
        using var answer = await browser.SendOnceAsync(HttpMethod.Get, "/live");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_socket_of_the_own_page_is_opened()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = await SignedInAsync(tenant);
        browser.Headers["Origin"] = $"http://{tenant.Host}:{tenant.Node.Port}";
        using var answer = await browser.SendOnceAsync(HttpMethod.Get, "/live");
        Assert.Equal(HttpStatusCode.SwitchingProtocols, answer.StatusCode);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task What_an_open_page_asks_by_itself_does_not_keep_the_session_alive()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);

        tenant.Now += TimeSpan.FromHours(11);
        using (var asked = await browser.SendOnceAsync(HttpMethod.Get, "/live/session")) Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        tenant.Now += TimeSpan.FromHours(1);
        using var over = await browser.SendOnceAsync(HttpMethod.Get, "/live/session");
        Assert.Equal(HttpStatusCode.Unauthorized, over.StatusCode);
    }

    /// <summary>Nothing that happens while a page is on its way is lost: also what had begun before it was made and committed after.</summary>
    [Fact]
    public async Task A_page_is_told_what_was_announced_between_its_making_and_its_connecting_and_nothing_else()
    {
        var tenant = await TestTenant.CreateAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync(supporter.Email);
        await AnnounceAsync(tenant, supporter, "before");
        Task<Page>? made = null;
        await tenant.InScopeAsync(services => services.GetRequiredService<Db>().InTransactionAsync(async () =>
        {
            await services.GetRequiredService<LiveEvents>().PublishAsync(Topics.Person(supporter.Id), "during");
            await (made = browser.GetAsync("/"));
        }));
        await AnnounceAsync(tenant, supporter, "after");
        await AnnounceAsync(tenant, await tenant.AddPartnerUserAsync(), "to somebody else");

        await using var socket = await LiveSocket.OpenAsync(tenant, browser);
        Assert.Equal(["after", "during"], await SinceAsync(socket, await made!));
        Assert.Equal([], await SinceAsync(socket, await browser.GetAsync("/")));
        foreach (var none in new[] { "no snapshot", "", "1:\0", "18446744073709551616:1:" }) Assert.Null(await socket.CallAsync("Since", none));
    }

    private static async Task<IReadOnlyList<string>?> SinceAsync(LiveSocket socket, Page page) =>
        [.. (await socket.CallAsync("Since", page.Document.DocumentElement.GetAttribute("data-snapshot")!))!.AsArray().Select(what => what!.GetValue<string>()).Order()];

    private static Task AnnounceAsync(TestTenant tenant, TestAccount to, string what) => tenant.InScopeAsync(services =>
        services.GetRequiredService<Db>().InTransactionAsync(() => services.GetRequiredService<LiveEvents>().PublishAsync(Topics.Person(to.Id), what)));

    private static async Task<Browser> SignedInAsync(TestTenant tenant)
    {
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        foreach (var (name, value) in new[] { ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==") })
            browser.Headers[name] = value;
        return browser;
    }
}
