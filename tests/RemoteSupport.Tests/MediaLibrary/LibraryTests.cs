using System.Net;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Tests.Calls;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.MediaLibrary;

/// <summary>The Media Library (ML-1): whose items somebody sees, what becomes of them, and how they are fetched.</summary>
[Trait("Behaviour", "ML-1")]
public sealed class LibraryTests
{
    private static readonly byte[] Log = Encoding.UTF8.GetBytes("2026-03-10 09:00 <script>alert(1)</script> it fails\n");

    [Fact]
    public async Task Everybody_sees_their_own_and_admins_their_peoples()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var (anna, ben, admin) = (await ProgramAsync(tenant), await ProgramAsync(tenant), await ProgramAsync(tenant, "admin"));
        var member = await tenant.ProgramOfAsync(await tenant.AddMemberAsync(organization));
        var owner = await tenant.ProgramOfAsync(await tenant.AddMemberAsync(organization, "owner"));
        var (annas, bens, members) = (await AddAsync(anna, "anna.log"), await AddAsync(ben, "ben.log"), await AddAsync(member, "member.log"));

        Assert.Equal([annas], await IdsAsync(anna));
        Assert.Equal([.. new[] { annas, bens }.Order()], (await IdsAsync(admin)).Order());
        Assert.Equal([members], await IdsAsync(owner));
        Assert.Equal([members], await IdsAsync(member));
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync($"/media/{annas}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DeleteAsync($"/media/{members}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.FetchAsync($"/media/{annas}/content")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.PatchAsync($"/media/{annas}", new { name = "mine" })).Status);
    }

    [Fact]
    public async Task It_is_searched_sorted_and_paged()
    {
        var tenant = await TestTenant.CreateAsync();
        var anna = await ProgramAsync(tenant);
        var (one, two, three) = (await AddAsync(anna, "Zählerstand.log", 30), await AddAsync(anna, "anleitung.log", 10), await AddAsync(anna, "Beleg.log", 20));
        Assert.Equal([one], await IdsAsync(anna, "?query=zahler"));
        Assert.Equal([two, three, one], await IdsAsync(anna, "?sort=name"));
        Assert.Equal([one, three, two], await IdsAsync(anna, "?sort=largest"));
        Assert.Empty(await IdsAsync(anna, "?kind=photo"));
        foreach (var sort in new[] { "newest", "oldest", "name", "largest" })
        {
            var first = (await anna.GetAsync($"/media?sort={sort}&limit=2")).Body;
            var rest = await IdsAsync(anna, $"?sort={sort}&limit=2&cursor={first["nextCursor"]!.GetValue<string>()}");
            Assert.Equal(await IdsAsync(anna, $"?sort={sort}"), first["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()).Concat(rest));
        }
    }

    [Fact]
    public async Task Nothing_of_it_runs_and_a_player_gets_the_part_it_asks_for()
    {
        var tenant = await TestTenant.CreateAsync();
        var anna = await tenant.AddPartnerUserAsync();
        var id = await AddAsync(await tenant.ProgramOfAsync(anna), "page.html");
        var browser = tenant.Browse();
        await browser.SignInAsync(anna.Email);
        using var page = await browser.SendOnceAsync(HttpMethod.Get, $"/media/{id}/content");
        Assert.Equal("text/plain", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", page.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var (part, content) = await (await tenant.ProgramOfAsync(anna)).FetchAsync($"/media/{id}/content", "bytes=5-9");
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 5-9/{Log.Length}"), (part.StatusCode, part.Content.Headers.ContentRange?.ToString()));
        Assert.Equal(Log[5..10], content);
    }

    [Fact]
    public async Task What_is_deleted_can_be_brought_back_for_an_hour_and_is_then_really_gone()
    {
        var tenant = await TestTenant.CreateAsync();
        var anna = await ProgramAsync(tenant);
        var id = await AddAsync(anna, "a.log");
        Assert.Equal(HttpStatusCode.NoContent, (await anna.DeleteAsync($"/media/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.DeleteAsync($"/media/{id}")).Status);
        Assert.Empty(await IdsAsync(anna));
        Assert.Equal(0, (await anna.GetAsync("/media/usage")).Body["used"]!.GetValue<long>());
        Assert.Equal(HttpStatusCode.NoContent, (await anna.PostAsync($"/media/{id}/restore")).Status);
        Assert.Equal([id], await IdsAsync(anna));

        await anna.DeleteAsync($"/media/{id}");
        tenant.Now += TimeSpan.FromHours(1);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.PostAsync($"/media/{id}/restore")).Status);
        var key = await KeyAsync(tenant);
        await EraseAsync(tenant);
        Assert.Empty(await tenant.ListAsync<Guid>("select id from media_items"));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from files"));
        await tenant.InScopeAsync(async services => Assert.Null(await services.GetRequiredService<IFileStore>().OpenAsync(key, default)));
    }

    [Fact]
    public async Task Items_are_kept_as_long_as_the_tenant_says_and_a_change_counts_for_those_that_are_there()
    {
        var tenant = await TestTenant.CreateAsync();
        var (anna, admin) = (await ProgramAsync(tenant), await ProgramAsync(tenant, "admin"));
        await AddAsync(anna, "a.log");
        tenant.Now += TimeSpan.FromDays(30);
        await EraseAsync(tenant);
        Assert.Single(await IdsAsync(anna = await ProgramAsync(tenant, "admin")));
        admin = anna;
        Assert.Equal("duration_out_of_range", (await admin.PatchAsync("/limits", new { mediaKeptFor = "PT1H" })).Code);
        Assert.Equal("P30D", (await admin.PatchAsync("/limits", new { mediaKeptFor = "P30D" })).Body["mediaKeptFor"]!.GetValue<string>());
        await EraseAsync(tenant);
        Assert.Empty(await tenant.ListAsync<Guid>("select id from media_items"));
    }

    [Fact]
    public async Task The_quota_is_the_tenants_and_two_who_fill_it_at_once_do_not_both_fit()
    {
        var tenant = await TestTenant.CreateAsync();
        var (anna, ben) = (await ProgramAsync(tenant), await ProgramAsync(tenant));
        await tenant.RunAsync("update tenant_settings set media_quota = @quota where tenant_id = @Id", new { quota = Log.Length + 10, tenant.Id });
        var answers = await Task.WhenAll(anna.PostAsync("/media?name=a.log", Log), ben.PostAsync("/media?name=b.log", Log));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.Status).Order());
        Assert.Equal("quota_exceeded", answers.Single(answer => answer.Code is not null).Code);
        Assert.Equal(1, await tenant.SingleAsync<int>("select count(*)::int from media_items"));
    }

    [Fact]
    public async Task On_its_page_files_are_added_renamed_deleted_and_brought_back_without_scripts()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var page = await browser.GetAsync("/media");
        Assert.Contains("There is nothing here yet", page.Html, StringComparison.Ordinal);
        page = await browser.UploadAsync(page, "#files", "files", [("plan.png", await Films.PngAsync()), ("notes.log", Log)]);
        Assert.Contains("2 files are in the library.", page.Html, StringComparison.Ordinal);
        Assert.Equal(["notes.log", "plan.png"], page.Document.QuerySelectorAll(".media-card .row-title").Select(title => title.TextContent).Order(StringComparer.Ordinal));
        var picture = page.Document.QuerySelector(".media-card img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await browser.SendOnceAsync(HttpMethod.Get, picture)).StatusCode);

        page = await browser.GetAsync(page.Document.QuerySelectorAll(".media-card .row-title").Single(title => title.TextContent == "plan.png").GetAttribute("href")!);
        page = await browser.SubmitAsync(page, "[name='Form.Name']", ("Form.Name", ""));
        Assert.Contains("Please enter a name.", page.Html, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "[name='Form.Name']", ("Form.Name", "Floor plan"));
        Assert.Equal("Floor plan", page.Heading);
        page = await browser.SubmitAsync(page, "form[action*='Delete']");
        Assert.Contains("will be erased in an hour", page.Html, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, ".notice form");
        Assert.Contains("It is back in the library.", page.Html, StringComparison.Ordinal);
        page = await browser.UploadAsync(page, "#files", "files", [("a.exe", [0x4D, 0x5A, 0x90, 0])]);
        Assert.Contains("“a.exe” is of a kind that cannot be uploaded here.", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_in_a_call_sends_from_the_library_with_one_button()
    {
        var tenant = await TestTenant.CreateAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, supporter);
        var call = await guest.RingAsync();
        var host = await tenant.ProgramOfAsync(supporter);
        await AddAsync(host, "manual.log");
        var browser = tenant.Browse();
        await browser.SignInAsync(supporter.Email);
        Assert.Null((await browser.GetAsync("/media")).Document.QuerySelector("form[action*='Send']"));
        await host.PostAsync($"/calls/{call}/answer");
        var page = await browser.GetAsync("/media");
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Contains("It has been sent into the call.", (await browser.SubmitAsync(page, "form[action*='Send']")).Html, StringComparison.Ordinal);
        Assert.Equal(1, await tenant.SingleAsync<int>("select count(*)::int from call_entries where kind = 'file'"));
    }

    private static async Task<Api> ProgramAsync(TestTenant tenant, string role = "supporter") => await tenant.ProgramOfAsync(await tenant.AddPartnerUserAsync(role));

    private static async Task<Guid> AddAsync(Api program, string name, int length = 0)
    {
        var added = await program.PostAsync($"/media?name={Uri.EscapeDataString(name)}", length == 0 ? Log : Log[..length]);
        Assert.Equal(HttpStatusCode.Created, added.Status);
        return added.Body["id"]!.GetValue<Guid>();
    }

    private static async Task<IEnumerable<Guid>> IdsAsync(Api program, string query = "") =>
        (await program.GetAsync("/media" + query)).Body["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>());

    private static async Task<string> KeyAsync(TestTenant tenant)
    {
        var file = await tenant.SingleAsync<Guid>("select file_id from media_items");
        return $"{tenant.Id:N}/{file.ToString("N")[^2..]}/{file:N}";
    }

    private static Task EraseAsync(TestTenant tenant) => tenant.InScopeAsync(async services =>
    {
        while ((await services.GetRequiredService<IMediator>().Send(new EraseMedia())).Value > 0) { }
        await services.GetRequiredService<StoredFiles>().SweepAsync(default);
    });
}
