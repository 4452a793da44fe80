using System.Net;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Organizations;

namespace RemoteSupport.Tests.ProblemReports;

public sealed class ReportPagesTests
{
    [Fact, Trait("Behaviour", "PR-2")]
    public async Task A_contact_who_follows_the_mails_link_signs_in_first_and_comes_back_to_take_it()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var browser = scene.Tenant.Browse();
        var gate = await browser.GetAsync($"/problem-reports/{id}");
        Assert.Equal("Sign in", gate.Heading);
        var page = await browser.SubmitAsync(gate, "[name='Form.Password']", ("Form.Email", scene.Contact.Email), ("Form.Password", TestTenant.Password));
        Assert.Equal($"/problem-reports/{id}", page.Path);

        var taken = await browser.SubmitAsync(page, "form[action*=Take] button");
        Assert.Contains($"Taken by {scene.Contact.Name}", taken.Text, StringComparison.Ordinal);
        var resolved = await browser.SubmitAsync(taken, "[name='Closing.Text']", ("Closing.Text", "Restarted."));
        Assert.Contains("Restarted.", resolved.Text, StringComparison.Ordinal);
        Assert.Null(resolved.Document.QuerySelector("[name='Closing.Text']"));
    }

    [Fact, Trait("Behaviour", "PR-3")]
    public async Task From_a_report_one_asks_for_access_with_the_report_as_the_note()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Contact.Email);
        var page = await browser.GetAsync($"/problem-reports/{id}");
        var form = await browser.GetAsync(page.Document.QuerySelector("a[href*='/support-hub/request-access/']")!.GetAttribute("href")!);
        Assert.Equal("#1001 Nothing arrives", form.Document.QuerySelector("[name='Form.Note']")!.TextContent.Trim());
    }

    [Fact, Trait("Behaviour", "PR-3")]
    public async Task From_a_report_of_a_provider_managed_organization_one_logs_in_to_support_and_from_a_suspended_one_nobody_does()
    {
        var scene = await Reported.BeginAsync("service_provider");
        var id = await scene.ReportedAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Contact.Email);
        var inside = await browser.SubmitAsync(await browser.GetAsync($"/problem-reports/{id}"), "form[action*=Enter] button");
        Assert.StartsWith("/support/", inside.Path, StringComparison.Ordinal);

        await scene.Tenant.RunAsync("update organizations set status = 'suspended' where id = @Organization", new { scene.Organization });
        var page = await browser.GetAsync($"/problem-reports/{id}");
        Assert.Null(page.Document.QuerySelector("form[action*=Enter]"));
        Assert.Null(page.Document.QuerySelector("a[href*=request-access]"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task In_the_remote_view_the_same_pages_stand_under_its_address()
    {
        var scene = await Reported.BeginAsync("service_provider");
        var id = await scene.ReportedAsync();
        var (token, login) = await scene.Tenant.ActAsync(scene.Contact, scene.Organization, "owner");
        var browser = scene.Tenant.Browse();
        browser.Cookies[$"__Host-support-{login:N}"] = token;
        var home = await browser.GetAsync($"/support/{login}/");
        var form = await browser.GetAsync(home.Document.QuerySelector(".topbar-report")!.GetAttribute("href")!);
        Assert.Equal("Report a problem", form.Heading);
        var sent = await browser.SubmitAsync(form, "[name='Form.Summary']", ("Form.Other", "Mail"), ("Form.Summary", "From inside"), ("Form.Description", "It fails."));
        Assert.StartsWith($"/support/{login}/problem-reports/", sent.Path, StringComparison.Ordinal);
        Assert.Contains("#1001", (await browser.GetAsync($"/support/{login}/problem-reports")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/support/{login}/problem-reports/{id}")).Status);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Home_and_the_lists_show_what_concerns_one()
    {
        var scene = await Reported.BeginAsync();
        await scene.ReportedAsync();
        var contact = scene.Tenant.Browse();
        await contact.SignInAsync(scene.Contact.Email);
        Assert.Contains("#1001 Nothing arrives", (await contact.GetAsync("/")).Document.QuerySelector("#home-reports")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("#1001", (await contact.GetAsync($"/accounts/{scene.Organization}/problem-reports")).Text, StringComparison.Ordinal);
        Assert.Contains("#1001", (await contact.GetAsync("/problem-reports?organization=ORGANIZATION")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("#1001", (await contact.GetAsync("/problem-reports?organization=nobody")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("#1001", (await contact.GetAsync("/problem-reports?state=resolved")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await contact.GetAsync($"/accounts/{Guid.CreateVersion7(TestClock.Start)}/problem-reports")).Status);

        var stranger = scene.Tenant.Browse();
        await stranger.SignInAsync((await scene.Tenant.AddPartnerUserAsync()).Email);
        Assert.DoesNotContain("#1001", (await stranger.GetAsync("/")).Text, StringComparison.Ordinal);
        var member = scene.Tenant.Browse();
        await member.SignInAsync(scene.Member.Email);
        Assert.Contains("#1001", (await member.GetAsync("/")).Document.QuerySelector("#home-reports")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"/accounts/{scene.Organization}/problem-reports")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await contact.GetAsync("/problem-reports/new")).Status);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Open_pages_of_both_sides_hear_of_every_step()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        await scene.Tenant.RunAsync("delete from live_events where tenant_id = @Id", new { scene.Tenant.Id });
        (await scene.AsContact.PostAsync($"/problem-reports/{id}/take")).IsDone();
        Assert.Equal(
            new[] { "support", $"organization/{scene.Organization:N}", $"person/{scene.Member.Id:N}" }.Order(),
            (await scene.Tenant.ListAsync<string>("select topic from live_events where what = 'reports'")).Order());
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task An_error_page_leaves_its_trace_for_the_report_that_follows()
    {
        var scene = await Reported.BeginAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Member.Email);
        await browser.GetAsync("/nothing-is-here");
        Assert.DoesNotContain("__Host-last-error", browser.Cookies.Keys);
    }
}
