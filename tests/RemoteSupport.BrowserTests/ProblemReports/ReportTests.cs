using System.Text;
using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.ProblemReports;

/// <summary>A member reports in German, a contact comes by the mail's link, and both see at once what the other does (PR-1, PR-2).</summary>
public sealed class ReportTests
{
    [Fact, Trait("Behaviour", "PR-1"), Trait("Behaviour", "PR-2")]
    public async Task From_the_report_to_the_reply()
    {
        await using var there = await PortalNode.StartAsync();
        var tenant = await PortalNode.TenantAsync();
        var organization = await tenant.AddOrganizationAsync(language: "de");
        var (member, contact) = (await tenant.AddMemberAsync(organization, language: "de"), await tenant.AddPartnerUserAsync(language: "de"));
        await tenant.RunAsync(
            """
            insert into applications (id, name) values (@organization, 'Lagerverwaltung');
            insert into support_contact_lists (organization_id, saved_at) values (@organization, @Now);
            insert into support_contacts (organization_id, position, account_id) values (@organization, 1, @Id)
            """,
            new { organization, tenant.Now, contact.Id });

        // A member is at their profile, and something fails; the report knows where they were.
        await using var reporter = await Person.ComeAsync(tenant, new View("de"));
        await reporter.SignInAsync(member);
        await reporter.GoAsync("/profile");
        await reporter.ArriveAsync(() => reporter.Page.Locator(".topbar-report").ClickAsync());
        var page = reporter.Page;
        await Expect(page.Locator("h1")).ToHaveTextAsync("Problem melden");
        await Expect(page.Locator("fieldset")).ToContainTextAsync("/profile");
        await page.Locator("[name='Form.Diagnostics']").Nth(1).UncheckAsync();
        await page.SelectOptionAsync("#Form_Application", "Lagerverwaltung");
        await page.FillAsync("#Form_Summary", "Der Scanner piept nur noch");
        await page.FillAsync("#Form_Description", "Seit heute früh.\nBeide Geräte.");
        await page.SetInputFilesAsync("#Files", new FilePayload { Name = "scanner.log", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("07:12 E-4711\n") });
        await reporter.SubmitAsync("main form.form button:not([type=button])");
        await Expect(page.Locator("h1")).ToHaveTextAsync("#1001 Der Scanner piept nur noch");
        await Expect(page.Locator("#report")).ToContainTextAsync("scanner.log");
        await Expect(page.Locator("#report")).ToContainTextAsync("/profile");
        await Expect(page.Locator("#report")).Not.ToContainTextAsync("Browser:");

        // The contact's mail is German and leads, through sign-in, to the report.
        var mail = (await tenant.MessagesToAsync(contact.Email)).Single();
        Assert.Equal(("problem-reported", "de"), (mail.Message, mail.Language));
        var address = System.Text.RegularExpressions.Regex.Match(mail.Text, @"https?://\S+(/problem-reports/[0-9a-f-]{36})").Groups[1].Value;
        await using var helper = await Person.ComeAsync(tenant.On(there), new View("de"));
        await helper.GoAsync(address);
        await helper.Page.FillAsync("#Form_Email", contact.Email);
        await helper.Page.FillAsync("#Form_Password", TestTenant.Password);
        await helper.SubmitAsync();
        Assert.Equal(address, helper.Path);
        await helper.SubmitAsync("form[action*=Take] button");

        // The member's open page hears of it, also while they are writing.
        await Expect(page.Locator("#report .chip").First).ToContainTextAsync(contact.Name, new() { Timeout = 5_000 });
        await page.FillAsync("#Form_Text", "Noch etwas:");
        await helper.Page.FillAsync("#Form_Text", "Bitte starten Sie die Basis neu.");
        await helper.SubmitAsync("form[action*=Reply] button:not([type=button])");
        await Expect(page.Locator("#report .thread")).ToContainTextAsync("Bitte starten Sie die Basis neu.", new() { Timeout = 5_000 });
        await Expect(page.Locator("#Form_Text")).ToHaveValueAsync("Noch etwas:");
        Assert.Equal(["problem-report-received", "problem-report-replied", "problem-report-taken"], (await tenant.MessagesToAsync(member.Email)).Select(one => one.Message).Order());
        Assert.Empty(reporter.Complaints.Concat(helper.Complaints));
    }
}
