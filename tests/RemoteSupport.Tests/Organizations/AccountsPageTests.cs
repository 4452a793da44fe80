using System.Net;
using AngleSharp.Dom;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>The list of accounts, as a partner user sees it (OR-6).</summary>
[Trait("Behaviour", "OR-6")]
public sealed class AccountsPageTests
{
    private const string Here = "/accounts";

    [Fact]
    public async Task The_list_shows_each_account_with_what_it_is_known_by_and_leads_to_it()
    {
        var customers = await Customers.WithAsync();
        var id = await customers.AddAsync("Zeta Srl", "Z-1", "service_provider", "suspended", "+390612345601", "+390612345602", "+390612345603", "+390612345604", "+390612345605");
        await customers.AddAsync("Älpler GmbH");

        var page = await OpenAsync(customers);

        Assert.Equal("Accounts", page.Heading);
        Assert.Equal(["Älpler GmbH", "Zeta Srl"], NamesOf(page));
        var row = page.Document.QuerySelectorAll("#accounts tbody tr")[1];
        Assert.Equal($"/accounts/{id}", row.QuerySelector("th a")?.GetAttribute("href"));
        Assert.Equal(["Z-1", "Service Provider", "Suspended"], new[] { "Customer Reference", "Managed by", "Status" }.Select(label => row.QuerySelector($"td[data-label='{label}']")!.TextContent.Trim()));
        Assert.Equal("+390612345601\n+390612345602\n+390612345603", row.QuerySelector(".number")!.TextContent);
        Assert.Equal("and 2 more", row.QuerySelector(".table-detail")!.TextContent);
    }

    [Fact]
    public async Task A_search_a_filter_and_both_narrow_the_list_and_the_export_with_it()
    {
        var customers = await Customers.WithAsync("Rossi Impianti", "Bianchi");
        await customers.AddAsync("Rossi Vini", managedBy: "service_provider");
        await customers.AddAsync("Rossi Sospesa", status: "suspended");
        var browser = await SignInAsync(customers);

        var page = await browser.SubmitAsync(await browser.GetAsync(Here), "#query", ("query", "rossi"));
        Assert.Equal(["Rossi Impianti", "Rossi Sospesa", "Rossi Vini"], NamesOf(page).Order());
        page = await browser.SubmitAsync(page, "#query", ("managedBy", "customer"));
        Assert.Equal(["Rossi Impianti", "Rossi Sospesa"], NamesOf(page).Order());
        Assert.Equal("customer", page.Document.QuerySelector("#managed-by option[selected]")?.GetAttribute("value"));
        page = await browser.SubmitAsync(page, "#query", ("status", "suspended"));
        Assert.Equal(["Rossi Sospesa"], NamesOf(page));
        Assert.Equal("/accounts/export.csv?query=rossi&managedBy=customer&status=suspended", page.Document.QuerySelector("a[download]")?.GetAttribute("href"));
        page = await browser.SubmitAsync(page, "#query", ("query", ""));
        Assert.Equal(["Rossi Sospesa"], NamesOf(page));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_keep_the_filter_and_none_is_shown_twice()
    {
        var customers = await Customers.WithAsync();
        await customers.AddManyAsync(Enumerable.Range(0, 120).Select(number => $"Customer {number:000}"));
        await customers.AddAsync("Customer 0595", managedBy: "service_provider");
        var browser = await SignInAsync(customers);

        var page = await browser.GetAsync(Here + "?managedBy=customer");
        var names = NamesOf(page).ToList();
        Assert.Null(page.Document.QuerySelector(".pages a:not([rel])"));
        while (page.Document.QuerySelector(".pages a[rel='next']")?.GetAttribute("href") is { } next)
        {
            Assert.Contains("managedBy=customer", next, StringComparison.Ordinal);
            page = await browser.GetAsync(next);
            names.AddRange(NamesOf(page));
            Assert.Equal("/accounts?managedBy=customer", page.Document.QuerySelector(".pages a:not([rel])")?.GetAttribute("href"));
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(number => $"Customer {number:000}"), names);
    }

    [Fact]
    public async Task Where_there_is_nothing_the_page_says_what_to_do_next()
    {
        var customers = await Customers.WithAsync();
        var browser = await SignInAsync(customers);

        var page = await browser.GetAsync(Here);
        Assert.Equal(("No accounts yet", "/accounts/new"), (Said(page), page.Document.QuerySelector(".empty a")?.GetAttribute("href")));
        Assert.Equal("/accounts/import", page.Document.QuerySelector(".page-head .button-secondary")?.GetAttribute("href"));
        await customers.AddAsync("Rossi");
        Assert.Equal("No account matches “<b>x&”", Said(await browser.GetAsync(Here + "?query=%3Cb%3Ex%26&status=active")));
        Assert.Equal("No account fits the filter", Said(await browser.GetAsync(Here + "?status=suspended")));
        Assert.Equal("There is nothing here", Said(await browser.GetAsync(Here + "?cursor=" + CursorBehind("zzz"))));
    }

    [Theory]
    [InlineData("?managedBy=nobody")]
    [InlineData("?status=closed")]
    [InlineData("?cursor=%00%ff")]
    [InlineData("?cursor=nonsense")]
    public async Task What_the_address_cannot_mean_is_refused_with_a_way_on(string query)
    {
        var page = await OpenAsync(await Customers.WithAsync("Rossi"), query);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/accounts"), (page.Status, page.Document.QuerySelector(".empty a")?.GetAttribute("href")));
        Assert.NotNull(page.Document.QuerySelector("[role='alert']"));
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%ED%A0%80")]
    [InlineData("%27%20or%201=1%20--")]
    public async Task Nothing_typed_breaks_the_search(string query)
    {
        var page = await OpenAsync(await Customers.WithAsync("Rossi"), "?query=" + query);
        Assert.Contains(page.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);
    }

    [Fact]
    public async Task As_many_as_a_search_finds_are_said_to_be_the_best()
    {
        var customers = await Customers.WithAsync();
        await customers.AddManyAsync(Enumerable.Range(0, 25).Select(number => $"Rossi {number}"));
        var page = await OpenAsync(customers, "?query=rossi");
        Assert.Equal(20, NamesOf(page).Count());
        Assert.Contains("The best matches. Type more to see others.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".pages"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nobody_sees_another_tenants_and_no_member_sees_the_list()
    {
        var (theirs, mine) = (await Customers.WithAsync("Theirs"), await Customers.WithAsync("Mine"));
        Assert.Equal(["Mine"], NamesOf(await OpenAsync(mine)));
        Assert.Equal("No account matches “Theirs”", Said(await OpenAsync(mine, "?query=Theirs")));

        var scene = await Steps.SceneAsync();
        var owner = scene.Tenant.Browse();
        await owner.SignInAsync(scene.Owner.Email);
        foreach (var path in new[] { Here, "/accounts/new", "/accounts/export.csv", $"/accounts/{scene.Organization}", $"/accounts/{scene.Organization}/remote-support" })
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await owner.GetAsync(path)).Status));
        Assert.Single(await theirs.Tenant.ListAsync<Guid>("select id from organizations"));
    }

    [Fact]
    public async Task The_home_page_and_the_navigation_lead_there_and_members_to_their_own()
    {
        var scene = await Steps.SceneAsync();
        var (partner, owner, member) = (scene.Tenant.Browse("de"), scene.Tenant.Browse(), scene.Tenant.Browse());
        var german = await scene.Tenant.AddPartnerUserAsync(language: "de");
        var home = await partner.SignInAsync(german.Email);
        Assert.Equal("Konten anzeigen", home.Document.QuerySelector("main a[href='/accounts']")?.TextContent.Trim());
        Assert.Equal("Konten", home.Document.QuerySelector(".navigation a[href='/accounts']")?.TextContent.Trim());
        Assert.Equal("page", (await partner.GetAsync($"/accounts/{scene.Organization}")).Document.QuerySelector(".navigation a[href='/accounts']")?.GetAttribute("aria-current"));

        home = await owner.SignInAsync(scene.Owner.Email);
        Assert.Equal("View account", home.Document.QuerySelector("main a[href='/manage/account-information']")?.TextContent.Trim());
        Assert.Null(home.Document.QuerySelector("a[href='/accounts']"));
        home = await member.SignInAsync((await scene.Tenant.AddMemberAsync(scene.Organization)).Email);
        Assert.Null(home.Document.QuerySelector("a[href='/manage/account-information']"));
    }

    private static string CursorBehind(string key) => System.Buffers.Text.Base64Url.EncodeToString([.. Guid.Empty.ToByteArray(), .. System.Text.Encoding.UTF8.GetBytes(key)]);

    private static IEnumerable<string> NamesOf(Page page) => page.Document.QuerySelectorAll("#accounts tbody th").Select(name => name.Text().Trim());

    private static string? Said(Page page) => page.Document.QuerySelector("#accounts .empty h2")?.TextContent.Trim();

    private static async Task<Page> OpenAsync(Customers customers, string query = "") => await (await SignInAsync(customers)).GetAsync(Here + query);

    private static async Task<Browser> SignInAsync(Customers customers)
    {
        var browser = customers.Tenant.Browse();
        await browser.SignInAsync((await customers.Tenant.AddPartnerUserAsync()).Email);
        return browser;
    }
}
