using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Delivery.Log;

/// <summary>The log: newest first, narrowed, page by page (DL-4).</summary>
public sealed class ListMessagesTests
{
    [Theory, Trait("Behaviour", "DL-4")]
    [InlineData("", "d,c,b,a")]
    [InlineData("?state=failed", "d,b")]
    [InlineData("?state=sent", "a")]
    [InlineData("?state=nothing", "")]
    [InlineData("?channel=sms", "c")]
    [InlineData("?message=password-reset", "b,a")]
    [InlineData("?recipient=B@SHOP", "b")]
    [InlineData("?recipient=zo%C3%AB", "d,c,b,a")]
    [InlineData("?recipient=%25", "")]
    [InlineData("?from=2026-03-10T10:00:00Z", "d,c,b")]
    [InlineData("?to=2026-03-10T10:00:00Z", "a")]
    [InlineData("?from=2026-03-10T10:00:00Z&to=2026-03-10T12:00:00Z&state=failed", "b")]
    public async Task It_is_the_newest_first_and_narrowed(string query, string expected)
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.AddMessageAsync("sent", "a@shop.example", "password-reset", text: null);
        tenant.Now += TimeSpan.FromHours(1);
        await tenant.AddMessageAsync("failed", "b@shop.example", "password-reset");
        tenant.Now += TimeSpan.FromHours(1);
        await tenant.AddMessageAsync("delivered", "c", "invitation", "sms", text: null);
        tenant.Now += TimeSpan.FromHours(1);
        await tenant.AddMessageAsync("failed", "d@mill.example");

        var answer = await (await tenant.AdminAsync()).GetAsync("/messages" + query);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, string.Join(',', answer.Body["items"]!.AsArray().Select(item => item!["recipient"]!.GetValue<string>()[..1])));
    }

    [Fact, Trait("Behaviour", "DL-4")]
    public async Task It_comes_page_by_page_without_leaving_anything_out()
    {
        var tenant = await TestTenant.CreateAsync();
        for (var i = 0; i < 7; i++) await tenant.AddMessageAsync();
        var (api, seen, cursor) = (await tenant.AdminAsync(), new List<Guid>(), "");
        do
        {
            var page = (await api.GetAsync($"/messages?limit=3{cursor}")).Body;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()));
            cursor = page["nextCursor"] is { } next ? $"&cursor={next.GetValue<string>()}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal((7, 7), (seen.Count, seen.Distinct().Count()));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nobody_but_the_tenants_own_admins_sees_it()
    {
        var (tenant, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var id = await tenant.AddMessageAsync();
        Assert.Empty((await (await other.AdminAsync()).GetAsync("/messages")).Body["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await (await other.AdminAsync()).GetAsync($"/messages/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await other.AdminAsync()).PostAsync($"/messages/{id}/resend")).Status);

        var supporter = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        foreach (var path in new[] { "/messages", $"/messages/{id}" }) Assert.Equal(HttpStatusCode.Forbidden, (await supporter.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await supporter.PostAsync($"/messages/{id}/resend")).Status);
        Assert.Equal("failed", await tenant.SingleAsync<string>("select state from messages"));
    }
}
