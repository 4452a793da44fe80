using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Organizations.Import;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations.Import;

/// <summary>Importing organizations from CSV (OR-8), through the API and the node's own runner.</summary>
[Trait("Behaviour", "OR-8")]
public sealed class ImportTests
{
    private const string Header = "name,customer_reference,numbers,country,language,time_zone,managed_by,status,owner_name,owner_email,support_contacts\r\n";

    [Fact]
    public async Task Accounts_are_created_with_everything_a_row_says()
    {
        var (tenant, supporter, program) = await StageAsync();
        var import = await ImportAsync(tenant, program, Header +
            "\"Müller, Söhne & Co.\",C-1,+49 30 1234567; +49 30 1234568,de,de,Europe/Berlin,customer,,Eva Müller,eva@kunde.example," + $"{supporter.Email}; ext@elsewhere.example\r\n" +
            "Rossi Srl,C-2,,IT,it,,service_provider,suspended,,,ext@elsewhere.example\r\n");

        Assert.Equal(("done", 2, 0, 0, 0), Counts(import));
        var first = await FindAsync(program, "C-1");
        Assert.Equal(("Müller, Söhne & Co.", "DE", "de", "Europe/Berlin", "customer", "active"), Information(first));
        Assert.Equal(["+49301234567", "+49301234568"], first["numbers"]!.AsArray().Select(number => number!.GetValue<string>()));
        Assert.Equal("Eva Müller", first["owner"]!["name"]!.GetValue<string>());
        Assert.Equal("de", Assert.Single(await tenant.MessagesToAsync("eva@kunde.example")).Language);
        Assert.Equal(("Rossi Srl", "IT", "it", "Europe/Rome", "service_provider", "suspended"), Information(await FindAsync(program, "C-2")));
        // A partner user's address is that partner user.
        Assert.Equal([supporter.Id, null], await tenant.ListAsync<Guid?>(
            "select account_id from support_contacts where organization_id = @id order by position", new { id = first["id"]!.GetValue<Guid>() }));
        Assert.Equal(2, await tenant.SingleAsync<long>("select count(*) from audit_events where action = 'CreateOrganization' and actor_id = @Id", new { supporter.Id }));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var (tenant, supporter, program) = await StageAsync();
        var file = Header +
            $"A,R-1,+39 06 5551234,IT,it,Europe/Rome,customer,active,Ada,ada@a.example,{supporter.Email}\r\nB,R-2,,ES,es,,service_provider,,,,x@b.example\r\n";
        await ImportAsync(tenant, program, file);
        var before = await tenant.ListAsync<string>("select o::text from organizations o union all select c::text from support_contacts c union all select m.id::text from messages m order by 1");
        Assert.Equal(("done", 0, 0, 2, 0), Counts(await ImportAsync(tenant, program, file)));
        Assert.Equal(before, await tenant.ListAsync<string>("select o::text from organizations o union all select c::text from support_contacts c union all select m.id::text from messages m order by 1"));
        Assert.Equal(2, await tenant.SingleAsync<long>("select count(*) from audit_events where action in ('CreateOrganization', 'ChangeOrganization')"));
    }

    [Fact]
    public async Task An_account_that_is_there_becomes_as_the_row_says_and_a_blank_cell_leaves_it()
    {
        var (tenant, _, program) = await StageAsync();
        await ImportAsync(tenant, program, Header + "A,R-1,+39 06 5551234,IT,it,Europe/Rome,service_provider,active,,,x@b.example\r\n");
        var import = await ImportAsync(tenant, program, Header + "A neu,r-1,,DE,de,,service_provider,,,,y@b.example z@b.example\r\n");
        Assert.Equal(("done", 0, 1, 0, 0), Counts(import));
        var account = await FindAsync(program, "R-1");
        Assert.Equal(("A neu", "DE", "de", "Europe/Rome", "service_provider", "active"), Information(account));
        Assert.Equal("+39065551234", account["numbers"]![0]!.GetValue<string>());
        Assert.Equal(["y@b.example", "z@b.example"], await tenant.ListAsync<string>("select email from support_contacts order by position"));
        Assert.Equal(1, await tenant.SingleAsync<long>("select count(*) from audit_events where action = 'ChangeOrganization'"));
    }

    [Fact]
    public async Task A_trial_says_what_would_be_and_changes_nothing_until_it_is_imported()
    {
        var (tenant, _, program) = await StageAsync();
        var started = await program.SendRawAsync(HttpMethod.Post, "/organizations/imports?trial=true&fileName=kunden.csv", Header + "A,R-1,,IT,it,,customer,,Ada,ada@a.example,x@b.example\r\nB,,,IT,it,,customer,,,,\r\n", "text/csv");
        Assert.Equal(HttpStatusCode.Accepted, started.Status);
        var trial = await DrainAsync(tenant, program, started);
        Assert.Equal(("done", 1, 0, 0, 1), Counts(trial));
        Assert.Equal("kunden.csv", trial["fileName"]!.GetValue<string>());
        Assert.Equal(0, await tenant.SingleAsync<long>("select (select count(*) from organizations) + (select count(*) from messages) + (select count(*) from accounts where kind = 'organization')"));

        var again = await program.PostAsync($"/organizations/imports/{trial["id"]}/import");
        Assert.Equal(HttpStatusCode.Accepted, again.Status);
        Assert.Equal(("done", 1, 0, 0, 1), Counts(await DrainAsync(tenant, program, again)));
        Assert.NotNull(await FindAsync(program, "R-1"));
        Assert.Equal((HttpStatusCode.Conflict, "changed_meanwhile"), await StatusAsync(program.PostAsync($"/organizations/imports/{trial["id"]}/import")));
    }

    public static TheoryData<string, string?, string> Faults => new()
    {
        { "A,,,IT,it,,service_provider,,,,x@b.example", "customer_reference", "Serve un riferimento cliente: con esso la prossima importazione ritrova questo account." },
        { ",R,,IT,it,,service_provider,,,,x@b.example", "name", "Inserisca un nome." },
        { "A,R,12,IT,it,,service_provider,,,,x@b.example", "numbers", "" },
        { "A,R,,Italia,it,,service_provider,,,,x@b.example", "country", "" },
        { "A,R,,IT,fr,,service_provider,,,,x@b.example", "language", "" },
        { "A,R,,IT,it,Rom,service_provider,,,,x@b.example", "time_zone", "" },
        { "A,R,,IT,it,,somebody,,,,x@b.example", "managed_by", "" },
        { "A,R,,IT,it,,service_provider,asleep,,,x@b.example", "status", "" },
        { "A,R,,IT,it,,customer,,,,x@b.example", "owner_name", "" },
        { "A,R,,IT,it,,customer,,Ada,ada@,x@b.example", "owner_email", "" },
        { "A,R,,IT,it,,service_provider,,,,", "support_contacts", "È obbligatorio aggiungere almeno un Contatto di supporto" },
        { "A,R,,IT,it,,service_provider,,,,x@b.example; nobody", "support_contacts", "Contiene un'e-mail non valida" },
        { "A,R,,IT,it,,service_provider,,,", null, "" },
        { "A,\"R\"x,,IT,it,,service_provider,,,,x@b.example", null, "" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_bad_row_is_told_with_line_column_and_reason_in_the_readers_language_and_nothing_of_it_is_kept(string row, string? column, string reason)
    {
        var (tenant, _, program) = await StageAsync("it");
        var import = await ImportAsync(tenant, program, Header + "Prima,R-0,,IT,it,,service_provider,,,,x@b.example\r\n" + row + "\r\nUltima,R-9,,IT,it,,service_provider,,,,x@b.example\r\n");
        Assert.Equal(("done", 2, 0, 0, 1), Counts(import));
        var fault = (await program.GetAsync($"/organizations/imports/{import["id"]}/faults")).Body["items"]![0]!;
        Assert.Equal((3, column), (fault["line"]!.GetValue<int>(), fault["column"]?.GetValue<string>()));
        var told = fault["reason"]!.GetValue<string>();
        Assert.True(reason.Length == 0 ? told.Length > 10 : told == reason, told);
        Assert.Equal(["Prima", "Ultima"], await tenant.ListAsync<string>("select name from organizations order by name"));
        Assert.Equal(0, await tenant.SingleAsync<long>("select (select count(*) from accounts where kind = 'organization') + (select count(*) from messages)"));
    }

    [Fact]
    public async Task A_reference_twice_in_a_file_counts_once()
    {
        var (tenant, _, program) = await StageAsync();
        var import = await ImportAsync(tenant, program, Header + "A,R-1,,IT,it,,service_provider,,,,x@b.example\r\nB,r-1,,IT,it,,service_provider,,,,x@b.example\r\n");
        Assert.Equal(("done", 1, 0, 0, 1), Counts(import));
        Assert.Equal("A", await tenant.SingleAsync<string>("select name from organizations"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,customer_reference\r\nA,1\r\n")]
    [InlineData("name,customer_reference,country,language,managed_by,support_contacts,colour\r\n")]
    [InlineData("name,name,customer_reference,country,language,managed_by,support_contacts\r\n")]
    public async Task A_file_that_is_no_list_of_accounts_is_refused_at_once(string file)
    {
        var (tenant, _, program) = await StageAsync();
        var answer = await program.SendRawAsync(HttpMethod.Post, "/organizations/imports", file, "text/csv");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (answer.Status, answer.Code));
        Assert.NotNull(answer.Body["errors"]!["csv"]);
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from organization_imports"));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Spreadsheets_separate_by_semicolons_or_tabs_and_guard_formulas_by_an_apostrophe(string separator)
    {
        var (tenant, _, program) = await StageAsync();
        var file = (Header + "'=A GmbH,R-1,'+39 06 5551234,IT,it,,service_provider,,,,x@b.example\r\n").Replace(",", separator, StringComparison.Ordinal);
        Assert.Equal(("done", 1, 0, 0, 0), Counts(await ImportAsync(tenant, program, "\ufeff" + file)));
        Assert.Equal(("=A GmbH", "+39065551234"), await tenant.SingleAsync<(string, string)>("select name, number from organizations o join organization_numbers n on n.organization_id = o.id"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_on_keeps_the_rows_before_and_says_where()
    {
        var (tenant, _, program) = await StageAsync();
        var rows = string.Concat(Enumerable.Range(1, 150).Select(i => $"A{i},R-{i},,IT,it,,service_provider,,,,x@b.example\r\n"));
        var import = await ImportAsync(tenant, program, Header + rows + "\"" + new string('x', 50_000));
        Assert.Equal("failed", import["state"]!.GetValue<string>());
        Assert.Contains("152", import["failure"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(100, await tenant.SingleAsync<long>("select count(*) from organizations"));
    }

    [Fact]
    public async Task A_node_that_dies_in_the_middle_is_followed_by_another_which_repeats_nothing()
    {
        var (tenant, _, program) = await StageAsync();
        var rows = string.Concat(Enumerable.Range(1, 250).Select(i => $"A{i},R-{i},,IT,it,,service_provider,,,,x@b.example\r\n"));
        var started = await program.SendRawAsync(HttpMethod.Post, "/organizations/imports", Header + rows, "text/csv");
        // As if a node had kept its first batch and then been killed.
        await DrainAsync(tenant, program, started);
        await tenant.RunAsync(
            """
            delete from earlier_support_contacts where tenant_id = @Id;
            delete from support_contacts where tenant_id = @Id;
            delete from support_contact_lists where tenant_id = @Id;
            delete from organizations where tenant_id = @Id and substr(customer_reference, 3)::int > 100;
            update organization_imports set state = 'running', ended_at = null, due_at = @Now, rows_done = 100, created = 100 where tenant_id = @Id
            """,
            new { tenant.Id, tenant.Now });
        Assert.Equal(("done", 250, 0, 0, 0), Counts(await DrainAsync(tenant, program, started)));
        Assert.Equal(250, await tenant.SingleAsync<long>("select count(*) from organizations"));
    }

    [Fact]
    public async Task An_import_can_be_stopped_and_one_of_somebody_who_is_no_partner_user_any_more_fails()
    {
        var (tenant, supporter, program) = await StageAsync();
        var started = await program.SendRawAsync(HttpMethod.Post, "/organizations/imports", Header + "A,R-1,,IT,it,,service_provider,,,,x@b.example\r\n", "text/csv");
        Assert.Equal(HttpStatusCode.OK, (await program.DeleteAsync($"/organizations/imports/{started.Body["id"]}")).Status);
        Assert.Equal("stopped", (await DrainAsync(tenant, program, started))["state"]!.GetValue<string>());
        Assert.Equal((HttpStatusCode.Conflict, "changed_meanwhile"), await StatusAsync(program.DeleteAsync($"/organizations/imports/{started.Body["id"]}")));

        var other = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        started = await program.SendRawAsync(HttpMethod.Post, "/organizations/imports", Header + "A,R-1,,IT,it,,service_provider,,,,x@b.example\r\n", "text/csv");
        await tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { supporter.Id });
        Assert.Equal("failed", (await DrainAsync(tenant, other, started))["state"]!.GetValue<string>());
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from organizations"));
    }

    [Fact]
    public async Task A_double_click_imports_what_was_checked_once()
    {
        var (tenant, _, program) = await StageAsync();
        var started = await program.SendRawAsync(HttpMethod.Post, "/organizations/imports?trial=true", Header + "A,R-1,,IT,it,,service_provider,,,,x@b.example\r\n", "text/csv");
        await DrainAsync(tenant, program, started);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.PostAsync($"/organizations/imports/{started.Body["id"]}/import")));
        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task Whoever_is_deactivated_while_their_import_runs_imports_nothing_more()
    {
        var (tenant, supporter, program) = await StageAsync();
        var started = await program.SendRawAsync(HttpMethod.Post, "/organizations/imports", Header, "text/csv");
        var row = new ImportedRow(2, new Dictionary<string, string> { ["customer_reference"] = "R-1" }, IsDamaged: false);
        await tenant.InScopeAsync(async services =>
        {
            var import = (await services.GetRequiredService<ImportLease>().TakeAsync(default))!;
            await tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { supporter.Id });
            Assert.False(await services.GetRequiredService<ImportBatch>().RunAsync(import, 0, [(row, false)], 0, default));
        });
        Assert.Equal(0, await tenant.SingleAsync<int>("select rows_done from organization_imports where id = @id", new { id = started.Body["id"]!.GetValue<Guid>() }));
    }

    [Fact]
    public async Task References_that_only_look_alike_are_two()
    {
        // The sign for micro and the Greek letter: one in upper case, two for the database.
        var (tenant, _, program) = await StageAsync();
        var file = Header + "A,\u00b5-1,,IT,it,,service_provider,,,,x@b.example\r\nB,\u03bc-1,,IT,it,,service_provider,,,,x@b.example\r\n";
        Assert.Equal(("done", 2, 0, 0, 0), Counts(await ImportAsync(tenant, program, file)));
        Assert.Equal(("done", 0, 0, 2, 0), Counts(await ImportAsync(tenant, program, file)));
    }

    [Fact]
    public async Task The_page_takes_a_file_shows_how_it_stands_and_gives_the_faults_as_a_file()
    {
        var (tenant, supporter, _) = await StageAsync("de");
        var browser = tenant.Browse("de");
        await browser.SignInAsync(supporter.Email);
        var page = await browser.GetAsync("/accounts/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Header + "=Formel,,,IT,it,,service_provider,,,,x@b.example\r\nB,R-2,,IT,it,,service_provider,,,,x@b.example\r\n")), "Csv", "kunden.csv" },
        };
        var answer = await browser.SendOnceAsync(HttpMethod.Post, "/accounts/import?handler=Check", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await DrainAsync(tenant);
        var shown = await browser.GetAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("kunden.csv", shown.Heading);
        Assert.Contains($"Begonnen von {supporter.Name} · ", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft", shown.Text, StringComparison.Ordinal);
        Assert.Contains("customer_reference", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Eine Kundenreferenz wird benötigt", shown.Text, StringComparison.Ordinal);
        var file = await (await browser.SendOnceAsync(HttpMethod.Get, shown.Path + "?handler=Faults")).Content.ReadAsStringAsync();
        Assert.Contains("\n2,\"'=Formel\",customer_reference,,Eine Kundenreferenz wird benötigt", file.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var done = await browser.SubmitAsync(shown, "form[action*=Import] button");
        await DrainAsync(tenant);
        Assert.Contains("Importiert", (await browser.GetAsync(done.Path)).Text, StringComparison.Ordinal);
        Assert.Equal("B", await tenant.SingleAsync<string>("select name from organizations"));

        var none = await browser.SubmitAsync(page, "form[action*=Check]");
        Assert.Contains("Wählen Sie eine CSV-Datei aus.", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_exported_comes_back_without_a_change_also_what_a_spreadsheet_would_calculate()
    {
        var (tenant, supporter, program) = await StageAsync();
        foreach (var (name, reference) in new[] { ("=SUM(1)", "+1"), ("'=quoted", "-2"), ("\"Rossi\", Figli; & C.", "@3"), ("'s-Hertogenbosch", "D,4") })
            Assert.Equal(HttpStatusCode.Created, (await program.PostAsync("/organizations", new
            {
                name, customerReference = reference, numbers = new[] { "+39 06 5551234", "+39 06 5551235" }, country = "IT", language = "it", timeZone = "Europe/Rome", managedBy = "customer",
                owner = new { name = "-Ada", email = $"ada{name.Length}@a.example" }, supportContacts = new object[] { new { userId = supporter.Id }, new { email = "+help@b.example" } },
            })).Status);
        var browser = tenant.Browse();
        await browser.SignInAsync(supporter.Email);
        var exported = await (await browser.SendOnceAsync(HttpMethod.Get, "/accounts/export.csv")).Content.ReadAsStringAsync();

        Assert.Equal(("done", 0, 0, 4, 0), Counts(await ImportAsync(tenant, program, exported)));
        var elsewhere = await StageAsync();
        Assert.Equal(("done", 4, 0, 0, 0), Counts(await ImportAsync(elsewhere.Tenant, elsewhere.Program, exported)));
        Assert.Equal(["\"Rossi\", Figli; & C.", "'=quoted", "'s-Hertogenbosch", "=SUM(1)"], (await elsewhere.Tenant.ListAsync<string>("select name from organizations")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_example_can_be_imported_as_it_is()
    {
        var (tenant, supporter, program) = await StageAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync(supporter.Email);
        var example = await (await browser.SendOnceAsync(HttpMethod.Get, "/accounts/import?handler=Example")).Content.ReadAsStringAsync();
        Assert.Equal(("done", 2, 0, 0, 0), Counts(await ImportAsync(tenant, program, example)));
    }

    private static async Task<(TestTenant Tenant, TestAccount Supporter, Api Program)> StageAsync(string language = "en")
    {
        var tenant = await TestTenant.CreateAsync();
        var supporter = await tenant.AddPartnerUserAsync(language: language);
        return (tenant, supporter, await tenant.Call().SignInAsync(supporter.Email));
    }

    private static async Task<JsonNode> ImportAsync(TestTenant tenant, Api program, string file) =>
        await DrainAsync(tenant, program, await program.SendRawAsync(HttpMethod.Post, "/organizations/imports", file, "text/csv"));

    private static async Task<JsonNode> DrainAsync(TestTenant tenant, Api program, Answer started)
    {
        Assert.Equal(HttpStatusCode.Accepted, started.Status);
        await DrainAsync(tenant);
        return (await program.GetAsync($"/organizations/imports/{started.Body["id"]}")).Body;
    }

    private static async Task DrainAsync(TestTenant tenant)
    {
        TestClock.Set(tenant.Now);
        var info = await tenant.Node.Services.GetRequiredService<TenantStore>().GetAsync(tenant.Id);
        await tenant.Node.Services.GetRequiredService<ImportRunner>().DrainAsync(info!, default);
    }

    private static async Task<JsonNode> FindAsync(Api program, string reference)
    {
        var found = (await program.GetAsync($"/organizations?query={reference}")).Body["items"]![0]!;
        return (await program.GetAsync($"/organizations/{found["id"]}")).Body;
    }

    private static async Task<(HttpStatusCode, string?)> StatusAsync(Task<Answer> answer) => ((await answer).Status, (await answer).Code);

    private static (string, int, int, int, int) Counts(JsonNode import) => (
        import["state"]!.GetValue<string>(), import["created"]!.GetValue<int>(), import["changed"]!.GetValue<int>(), import["unchanged"]!.GetValue<int>(), import["faulty"]!.GetValue<int>());

    private static (string, string, string, string, string, string) Information(JsonNode account) => (
        account["name"]!.GetValue<string>(), account["country"]!.GetValue<string>(), account["language"]!.GetValue<string>(), account["timeZone"]!.GetValue<string>(),
        account["managedBy"]!.GetValue<string>(), account["status"]!.GetValue<string>());
}
