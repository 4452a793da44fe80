using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.RemoteLogin;

/// <summary>
/// The main job, by people in browsers of their own, two of them on another node: find, ask, approve with less, log in, change something, be seen, be ended.
/// With SCREENSHOTS=folder its moments are kept as pictures.
/// </summary>
public sealed partial class WholeJobTests
{
    private static readonly PageAssertionsToHaveURLOptions Soon = new() { Timeout = 2_000 };
    private static readonly LocatorAssertionsToContainTextOptions SoonSaid = new() { Timeout = 2_000 };

    public static TheoryData<string, Words> Languages => new()
    {
        { "it", new("In attesa", "PT1H", "Disattiva", "1 ora", "Superamministratore", "Disattivato", "Supporto remoto", "Il cliente ha terminato la Sua sessione di supporto.") },
        { "de", new("Ausstehend", "PT1H", "Deaktivieren", "1 Stunde", "Superadministrator", "Deaktiviert", "Fernsupport", "Der Kunde hat Ihre Supportsitzung beendet.") },
    };

    [Theory, MemberData(nameof(Languages)), Trait("Behaviour", "RA-3"), Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-8"), Trait("Behaviour", "RA-12"), Trait("Behaviour", "RA-15")]
    public async Task From_the_search_to_the_end(string language, Words words)
    {
        await using var there = await PortalNode.StartAsync();
        var (tenant, customer, organization) = await StageAsync(language);
        var owner = await tenant.AddMemberAsync(organization, "owner", language: language);
        var member = await tenant.AddMemberAsync(organization, language: language);
        var (asker, second) = (await tenant.AddPartnerUserAsync(language: language), await tenant.AddPartnerUserAsync(language: language));

        // A supporter finds the customer while typing, and asks in the side panel for four hours.
        await using var supporter = await Person.ComeAsync(tenant, new View(language));
        await supporter.SignInAsync(asker);
        await supporter.GoAsync("/support-hub");
        await supporter.Page.Locator("#query").PressSequentiallyAsync("ross", new() { Delay = 40 });
        await Expect(supporter.Page.Locator("#results .row-title")).ToHaveTextAsync([customer]);
        await PictureAsync(supporter, $"job-1-found-{language}");
        await supporter.Page.Locator("#results a[data-panel]").ClickAsync();
        var panel = supporter.Page.Locator("#panel");
        await panel.Locator("select").SelectOptionAsync("PT4H");
        await panel.Locator("textarea").FillAsync("Ticket 4711");
        await PictureAsync(supporter, $"job-2-asking-{language}");
        await panel.Locator("form.form button").ClickAsync();
        await Expect(panel).ToContainTextAsync(words.Pending);
        await PictureAsync(supporter, $"job-3-waiting-{language}");

        // The owner's mail leads to the page; they approve with one hour.
        var asked = (await tenant.MessagesToAsync(owner.Email)).Single(message => message.Message == "access-requested");
        Assert.Equal(language, asked.Language);
        Assert.Contains("Ticket 4711", asked.Text, StringComparison.Ordinal);
        var address = Link().Match(asked.Text).Value;
        await using var holder = await Person.ComeAsync(tenant.On(there), new View(language));
        await holder.GoAsync(new Uri(address).PathAndQuery);
        await holder.Page.FillAsync("#Form_Email", owner.Email);
        await holder.Page.FillAsync("#Form_Password", TestTenant.Password);
        await holder.SubmitAsync();
        Assert.Equal("/manage/remote-support", holder.Path);
        await PictureAsync(holder, $"job-4-deciding-{language}");
        await holder.Page.Locator("form[action*=Approve] select").SelectOptionAsync(words.Hour);
        await holder.SubmitAsync("form[action*=Approve] button");
        await PictureAsync(holder, $"job-5-approved-{language}");
        Assert.Contains(words.OneHour, (await tenant.MessagesToAsync(asker.Email)).Single(message => message.Message == "access-approved").Text, StringComparison.Ordinal);
        // The asker's open panel has heard of it.
        await Expect(panel.Locator("form[action*=Enter] button")).ToBeVisibleAsync(new() { Timeout = 2_000 });

        // Another supporter enters on it, in a tab of its own, and deactivates a member.
        await using var colleague = await Person.ComeAsync(tenant, new View(language));
        await colleague.SignInAsync(second);
        await colleague.GoAsync("/support-hub?query=rossi");
        var inside = await colleague.Page.Context.RunAndWaitForPageAsync(() => colleague.Page.Locator("#results form[action*=Enter] button").ClickAsync());
        await inside.WaitForLoadStateAsync();
        await Expect(inside.Locator(".banner")).ToContainTextAsync(customer);
        await Expect(inside.Locator(".banner")).ToContainTextAsync(words.SuperAdmin);
        await Expect(inside.Locator(".banner time")).ToHaveTextAsync(Clock());
        await inside.Locator("nav a[href$='/manage/members']").ClickAsync();
        var row = inside.Locator("tr", new() { HasText = member.Email });
        await row.Locator("summary", new() { HasText = words.Deactivate }).ClickAsync();
        await row.Locator("form[action*=Deactivate] button").ClickAsync();
        await Expect(inside.Locator("tr", new() { HasText = member.Email })).ToContainTextAsync(words.Deactivated);
        await PictureAsync(inside, $"job-6-inside-{language}");

        // The owner sees who is inside and what was changed, and ends it.
        await Expect(holder.Page.Locator("#presence")).ToContainTextAsync(second.Name, SoonSaid);
        await holder.GoAsync("/manage/audit-trail");
        await Expect(holder.Page.Locator("main")).ToContainTextAsync($"{words.RemoteSupport} – {second.Name}");
        await PictureAsync(holder, $"job-7-audit-{language}");
        await holder.GoAsync("/manage/remote-support");
        await PictureAsync(holder, $"job-8-presence-{language}");
        await holder.Page.Locator("#presence form[action*='handler=End'] button").First.ClickAsync();
        await Expect(inside).ToHaveURLAsync(Ended(), Soon);
        await Expect(inside.Locator("main")).ToContainTextAsync(words.EndedByCustomer);
        await PictureAsync(inside, $"job-9-ended-{language}");
        Assert.Empty(supporter.Complaints.Concat(holder.Complaints).Concat(colleague.Complaints));
    }

    [Fact, Trait("Behaviour", "RA-8"), Trait("Behaviour", "RA-6")]
    public async Task Revoking_takes_the_open_page_to_the_notice_and_a_moved_end_moves_the_banner()
    {
        var (tenant, _, organization) = await StageAsync("en");
        var owner = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
        var account = await tenant.AddPartnerUserAsync();
        var grant = await tenant.AddGrantAsync(organization, account, TimeSpan.FromHours(4));
        await using var supporter = await Person.ComeAsync(tenant);
        await supporter.SignInAsync(account);
        await supporter.GoAsync("/support-hub");
        var inside = await supporter.Page.Context.RunAndWaitForPageAsync(() => supporter.Page.Locator("#open form[action*=Enter] button").ClickAsync());
        await inside.WaitForURLAsync("**/support/*/");
        await inside.WaitForLoadStateAsync();
        var heard = new TaskCompletionSource();
        inside.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => heard.TrySetResult();
        await inside.ReloadAsync();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Expect(inside.Locator(".banner time")).ToHaveTextAsync(new Regex("^3:59:|^4:00:"));

        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsync($"/access-requests/{grant}", new { expiresAt = tenant.Now.AddHours(1) })).Status);
        await Expect(inside.Locator(".banner time")).ToHaveTextAsync(new Regex("^59:|^1:00:"), new() { Timeout = 2_000 });
        Assert.Equal(HttpStatusCode.OK, (await owner.PostAsync($"/access-requests/{grant}/revoke", new { reason = "Done" })).Status);
        await Expect(inside).ToHaveURLAsync(Ended(), Soon);
        await Expect(inside.Locator("main")).ToContainTextAsync("The owner has revoked the access.");
    }

    [Fact, Trait("Behaviour", "RA-12")]
    public async Task Leaving_returns_to_the_search()
    {
        var (tenant, _, _) = await StageAsync("en", "service_provider");
        await using var supporter = await Person.ComeAsync(tenant);
        await supporter.SignInAsync(await tenant.AddPartnerUserAsync());
        await supporter.GoAsync("/support-hub?query=rossi");
        var inside = await supporter.Page.Context.RunAndWaitForPageAsync(() => supporter.Page.Locator("#results form[action*=Enter] button").ClickAsync());
        await inside.Locator(".banner form button").ClickAsync();
        await Expect(inside).ToHaveURLAsync(new Regex("/support-hub$"));
        Assert.Empty(supporter.Complaints);
    }

    private static async Task<(TestTenant Tenant, string Customer, Guid Organization)> StageAsync(string language, string managedBy = "customer")
    {
        var tenant = await PortalNode.TenantAsync();
        const string Customer = "Rossi Impianti Srl";
        var organization = await tenant.AddOrganizationAsync(managedBy, language);
        await tenant.RunAsync("update organizations set name = @Customer where id = @organization", new { Customer, organization });
        return (tenant, Customer, organization);
    }

    private static Task PictureAsync(Person person, string name) => PictureAsync(person.Page, name);

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    /// <summary>What people read.</summary>
    public sealed record Words(string Pending, string Hour, string Deactivate, string OneHour, string SuperAdmin, string Deactivated, string RemoteSupport, string EndedByCustomer);

    [GeneratedRegex("/support/[0-9a-f-]{36}/ended$")]
    private static partial Regex Ended();

    [GeneratedRegex("^(59:|1:00:)[0-9:]+$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"https?://\S+/manage/remote-support\S*")]
    private static partial Regex Link();
}
