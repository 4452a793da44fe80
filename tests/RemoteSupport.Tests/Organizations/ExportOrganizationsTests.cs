using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>The accounts as a file that an import reads (OR-8).</summary>
[Trait("Behaviour", "OR-8")]
public sealed class ExportOrganizationsTests
{
    private const string Head = "\uFEFFname,customer_reference,numbers,country,language,time_zone,managed_by,status,owner_name,owner_email,support_contacts";

    [Fact]
    public async Task Each_account_is_a_line_under_the_names_that_an_import_reads()
    {
        var (tenant, token, api) = await SignedInAsync();
        var colleague = await tenant.AddPartnerUserAsync();
        (await api.PostAsync("/organizations", new
        {
            name = "Ponte, \"Tech\" SpA", customerReference = "PT-1", numbers = new[] { "+39066981235", "+39066981234" }, country = "IT", language = "it", timeZone = "Europe/Rome",
            managedBy = "customer", owner = new { name = "Àda Ponte", email = "ada@ponte.example" }, supportContacts = new object[] { new { userId = colleague.Id }, new { email = "help@partner.example" } },
        })).IsDone();
        (await api.PostAsync("/organizations", new { name = "Plain", country = "DE", language = "de", timeZone = "Europe/Berlin", managedBy = "service_provider", supportContacts = new[] { new { email = "help@partner.example" } } })).IsDone();

        var (lines, response) = await ExportAsync(tenant, token);

        Assert.Equal(Head, lines[0]);
        var rows = lines[1..].Order(StringComparer.Ordinal).ToList();
        Assert.Equal($"\"Ponte, \"\"Tech\"\" SpA\",PT-1,\"'+39066981234; +39066981235\",IT,it,Europe/Rome,customer,active,Àda Ponte,ada@ponte.example,\"{colleague.Email}; help@partner.example\"", rows[1]);
        Assert.Equal(("", "Plain,,,DE,de,Europe/Berlin,service_provider,active,,,help@partner.example", 3), (lines[^1], rows[2], rows.Count));
        Assert.Equal(("text/csv", "accounts.csv"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Filter_and_search_narrow_it_and_what_makes_no_sense_is_refused()
    {
        var customers = await Customers.WithAsync("Rossi Uno", "Bianchi");
        await customers.AddAsync("Rossi Due", managedBy: "service_provider");
        await customers.AddAsync("Rossi Tre", status: "suspended");
        var token = await TokenAsync(customers.Tenant, await customers.Tenant.AddPartnerUserAsync());

        Assert.Equal(["Rossi Due", "Rossi Tre", "Rossi Uno"], await NamesAsync(customers.Tenant, token, "?query=rossi"));
        Assert.Equal(["Bianchi", "Rossi Tre", "Rossi Uno"], await NamesAsync(customers.Tenant, token, "?managedBy=customer"));
        Assert.Equal(["Rossi Tre"], await NamesAsync(customers.Tenant, token, "?query=rossi&managedBy=customer&status=suspended"));
        Assert.Empty(await NamesAsync(customers.Tenant, token, "?query=verdi"));
        (await customers.Tenant.Call(token).GetAsync("/organizations/export?status=closed")).IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
    }

    [Fact]
    public async Task Far_more_than_a_list_shows_come_whole_each_once()
    {
        var customers = await Customers.WithAsync();
        await customers.AddManyAsync(Enumerable.Range(0, 2500).Select(number => $"Customer {number:0000}"));
        var names = await NamesAsync(customers.Tenant, await TokenAsync(customers.Tenant, await customers.Tenant.AddPartnerUserAsync()), "");
        Assert.Equal(Enumerable.Range(0, 2500).Select(number => $"Customer {number:0000}"), names);
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task Who_takes_the_accounts_along_is_in_the_audit_trail()
    {
        var customers = await Customers.WithAsync("Rossi");
        var (admin, browser) = (await customers.Tenant.AddPartnerUserAsync("admin"), customers.Tenant.Browse());
        await browser.SignInAsync(admin.Email);

        using var answer = await browser.SendOnceAsync(HttpMethod.Get, "/accounts/export.csv?query=rossi");
        Assert.StartsWith(Head, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(admin.Id, await customers.Tenant.SingleAsync<Guid>("select actor_id from audit_events where action = 'ExportOrganizations'"));
        Assert.Contains("Customer accounts exported", (await browser.GetAsync("/manage/audit-trail")).Document.QuerySelector("#audit-events")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.GetAsync("/accounts/export.csv?status=closed")).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nobody_exports_another_tenants_and_no_member_any()
    {
        var (theirs, mine) = (await Customers.WithAsync("Theirs"), await Customers.WithAsync("Mine"));
        Assert.Equal(["Mine"], await NamesAsync(mine.Tenant, await TokenAsync(mine.Tenant, await mine.Tenant.AddPartnerUserAsync()), ""));
        Assert.Single(await theirs.Tenant.ListAsync<Guid>("select id from organizations"));
        var scene = await Steps.SceneAsync("service_provider");
        (await scene.AsOwner.GetAsync("/organizations/export")).IsRefused(HttpStatusCode.Forbidden, "forbidden");
        (await (await scene.InsideAsync("owner")).GetAsync("/organizations/export")).IsRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+39066981234", "'+39066981234")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("  =x", "'  =x")]
    [InlineData("'=x", "''=x")]
    [InlineData("''+x", "'''+x")]
    [InlineData("'s-Hertogenbosch", "'s-Hertogenbosch")]
    [InlineData("'", "'")]
    [InlineData("", "")]
    [InlineData("Rossi = Figli", "Rossi = Figli")]
    [InlineData("＝x", "'＝x")]
    public void What_a_spreadsheet_would_calculate_is_text_and_comes_back_as_it_was(string text, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Guard(text));
        Assert.Equal(text, SpreadsheetText.Unguard(cell));
    }

    [Fact]
    public void What_people_typed_without_the_apostrophe_is_read_as_it_is() => Assert.Equal("+39066981234", SpreadsheetText.Unguard("+39066981234"));

    private static async Task<IReadOnlyList<string>> NamesAsync(TestTenant tenant, string token, string query) =>
        [.. (await ExportAsync(tenant, token, query)).Lines[1..^1].Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal)];

    private static async Task<(string[] Lines, HttpResponseMessage Response)> ExportAsync(TestTenant tenant, string token, string query = "")
    {
        using var request = TestHttp.Request(tenant, HttpMethod.Get, "/api/v1/organizations/export" + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await TestHttp.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()).Split("\r\n"), response);
    }

    private static async Task<string> TokenAsync(TestTenant tenant, TestAccount person) =>
        (await tenant.Call().TrySignInAsync(person.Email, TestTenant.Password)).Body["accessToken"]!.GetValue<string>();

    private static async Task<(TestTenant Tenant, string Token, Api Api)> SignedInAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var token = await TokenAsync(tenant, await tenant.AddPartnerUserAsync());
        return (tenant, token, tenant.Call(token));
    }
}
