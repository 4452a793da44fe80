using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.LocalOutbox;

public sealed class LocalOutboxTests
{
    [Fact, Trait("Behaviour", "DL-3")]
    public async Task Outside_development_there_is_none()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.QueueAsync(1);
        var id = (await tenant.OutboxAsync()).Single().Id;

        foreach (var path in new[] { "/dev/outbox", $"/dev/outbox?message={id}", "/dev/outbox.json", $"/dev/outbox/{id}/html" })
            Assert.Equal(HttpStatusCode.NotFound, (await tenant.Browse().GetAsync(path)).Status);
    }

    [Fact, Trait("Behaviour", "DL-3")]
    public async Task In_development_it_shows_a_tenant_its_own_messages_with_their_links_and_the_base_domain_all()
    {
        await using var node = await TestNode.StartAsync(await TestDatabase.CreateAsync("outbox"), new() { ["Email:Dispatch"] = "false" }, Develop);
        var (tenant, other) = (await TestTenant.CreateAsync(node), await TestTenant.CreateAsync(node));
        await tenant.QueueAsync(1);
        await other.QueueAsync(1, "other@shop.example");
        var id = (await tenant.OutboxAsync()).Single().Id;

        var page = await tenant.Browse().GetAsync($"/dev/outbox?message={id}");
        Assert.True(page.Status == HttpStatusCode.OK, page.Html);
        Assert.Contains("frame-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".outbox-item"));
        Assert.Equal($"/dev/outbox/{id}/html", page.Document.QuerySelector("iframe")!.GetAttribute("src"));
        Assert.StartsWith($"http://{tenant.Host}/reset-password/", page.Document.QuerySelector(".mail-text a")!.GetAttribute("href"), StringComparison.Ordinal);

        var html = await tenant.Browse().GetAsync($"/dev/outbox/{id}/html");
        var policy = html.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("<base target=\"_blank\">", html.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browse().GetAsync($"/dev/outbox/{id}/html")).Status);

        Assert.Equal(2, (await tenant.Browse().GetAsync("/dev/outbox", TestNode.BaseDomain)).Document.QuerySelectorAll(".outbox-item").Length);
        Assert.Single((await tenant.Browse().GetAsync("/dev/outbox?to=OTHER%40", TestNode.BaseDomain)).Document.QuerySelectorAll(".outbox-item"));
        var json = (await tenant.Browse().GetAsync("/dev/outbox.json?to=zoe&limit=5", TestNode.BaseDomain)).Html;
        var message = Assert.Single(System.Text.Json.Nodes.JsonNode.Parse(json)!.AsArray())!;
        Assert.Equal(["id", "at", "channel", "to", "subject", "text", "html", "message", "language"], message.AsObject().Select(member => member.Key));
        Assert.DoesNotContain("link.invalid", json, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "DL-3")]
    [InlineData("en", "Development outbox"), InlineData("it", "Posta in uscita di sviluppo"), InlineData("es", "Bandeja de salida de desarrollo"), InlineData("de", "Postausgang der Entwicklung")]
    public async Task It_speaks_four_languages_also_when_empty(string language, string heading)
    {
        await using var node = await TestNode.StartAsync(await TestDatabase.CommonAsync(), new() { ["Email:Dispatch"] = "false" }, Develop);
        var tenant = await TestTenant.CreateAsync(node);
        var page = await tenant.Browse(language).GetAsync("/dev/outbox");
        Assert.Equal(heading, page.Heading);
        Assert.NotNull(page.Document.QuerySelector(".empty"));
    }

    private static void Develop(WebApplicationBuilder builder)
    {
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
    }
}
