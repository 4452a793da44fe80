using System.Net;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Organizations;

namespace RemoteSupport.Tests.ProblemReports;

public sealed class ReportingTests
{
    [Fact, Trait("Behaviour", "PR-1")]
    public async Task Each_contact_gets_a_mail_of_their_own_a_partner_user_in_their_language_an_address_in_the_organizations()
    {
        var scene = await Reported.BeginAsync(language: "de", contactLanguage: "it");
        var id = await scene.ReportedAsync();

        var mine = Assert.Single(await scene.Tenant.MessagesToAsync(scene.Contact.Email));
        var theirs = Assert.Single(await scene.Tenant.MessagesToAsync(Reported.Address));
        Assert.Equal(("problem-reported", "it"), (mine.Message, mine.Language));
        Assert.Equal(("problem-reported", "de"), (theirs.Message, theirs.Language));
        Assert.DoesNotContain(Reported.Address, mine.Text + mine.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Contact.Email, theirs.Text + theirs.Html, StringComparison.Ordinal);
        foreach (var word in new[] { scene.Member.Name, scene.Member.Email, "Mail", "Nothing arrives", "Since this morning.", $"/problem-reports/{id}" })
            Assert.Contains(word, theirs.Text, StringComparison.Ordinal);
        Assert.StartsWith("#1001 ", theirs.Subject, StringComparison.Ordinal);
        Assert.Empty(await scene.Tenant.MessagesToAsync(scene.Admin.Email));
    }

    [Fact, Trait("Behaviour", "PR-1")]
    public async Task The_contacts_are_those_saved_at_that_moment_without_deactivated_partner_users()
    {
        var scene = await Reported.BeginAsync();
        var gone = await scene.Tenant.AddPartnerUserAsync(status: "deactivated");
        await scene.SaveContactsAsync([gone.Id, scene.Contact.Id], []);
        await scene.ReportedAsync();
        await scene.SaveContactsAsync([], ["later@shop.example"]);

        Assert.Empty(await scene.ToldAsync(gone.Email));
        Assert.Empty(await scene.ToldAsync("later@shop.example"));
        Assert.Equal(["problem-reported"], await scene.ToldAsync(scene.Contact.Email));
    }

    [Fact, Trait("Behaviour", "PR-1"), Trait("Behaviour", "SC-5")]
    public async Task Where_nobody_can_be_reached_the_tenants_admins_are_told_at_once()
    {
        var scene = await Reported.BeginAsync();
        await scene.SaveContactsAsync([(await scene.Tenant.AddPartnerUserAsync(status: "deactivated")).Id], []);
        var id = await scene.ReportedAsync();

        Assert.Equal(["problem-report-unreached"], await scene.ToldAsync(scene.Admin.Email));
        Assert.Equal(HttpStatusCode.OK, (await scene.AsAdmin.GetAsync($"/problem-reports/{id}")).Status);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task The_reporter_gets_a_confirmation_with_a_link_that_works_without_signing_in()
    {
        var scene = await Reported.BeginAsync(language: "es");
        await scene.ReportedAsync();
        var mail = Assert.Single(await scene.Tenant.MessagesToAsync(scene.Member.Email));
        Assert.Equal(("problem-report-received", "es"), (mail.Message, mail.Language));

        var page = await scene.Tenant.Browse("es").GetAsync(Assert.Single(mail.Paths));
        Assert.Equal("#1001 Nothing arrives", page.Heading);
        Assert.Contains("Abierto", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Reports_are_numbered_without_gaps_in_their_tenant_however_many_come_at_once()
    {
        var scene = await Reported.BeginAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.ReportAsync()));
        Assert.Equal(Enumerable.Range(1001, 8).Select(number => (long)number), await scene.Tenant.ListAsync<long>("select number from problem_reports order by number"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task A_form_sent_twice_is_one_report()
    {
        var scene = await Reported.BeginAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Member.Email);
        var form = await browser.GetAsync("/problem-reports/new?from=/profile");
        (string, string)[] typed = [("Form.Other", "Mail"), ("Form.Summary", "Twice"), ("Form.Description", "Sent twice.")];

        var pages = await Task.WhenAll(browser.SubmitAsync(form, "[name='Form.Summary']", typed), browser.SubmitAsync(form, "[name='Form.Summary']", typed));
        Assert.All(pages, page => Assert.Equal("#1001 Twice", page.Heading));
        Assert.Equal(1, await scene.Tenant.SingleAsync<long>("select count(*) from problem_reports"));
        Assert.Equal(["problem-reported"], await scene.ToldAsync(Reported.Address));

        // Another's form with the same number is not answered with this report.
        var stranger = scene.Tenant.Browse();
        await stranger.SignInAsync(scene.Owner.Email);
        var theirs = await stranger.GetAsync("/problem-reports/new");
        var id = form.Document.QuerySelector("[name='Form.Id']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SubmitAsync(theirs, "[name='Form.Summary']", [.. typed, ("Form.Id", id)])).Status);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task What_the_page_found_out_is_shown_and_each_line_can_be_left_out()
    {
        var scene = await Reported.BeginAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Member.Email);
        browser.Cookies["__Host-last-error"] = "4bf92f3577b34da6a3ce929d0e0e4736";
        var form = await browser.GetAsync("/problem-reports/new?from=/profile");
        var lines = form.Document.QuerySelectorAll("[name='Form.Diagnostics']").Select(line => line.GetAttribute("value")!).ToArray();
        Assert.Equal(["Page: /profile", $"Browser: {browser.UserAgent}", "Language: en", "Last error: 4bf92f3577b34da6a3ce929d0e0e4736"], lines);

        await browser.SubmitAsync(form, "[name='Form.Summary']", ("Form.Other", "Mail"), ("Form.Summary", "It fails"), ("Form.Description", "Always."), ("Form.Diagnostics", lines[0]));
        Assert.Equal([lines[0]], await scene.Tenant.SingleAsync<string[]>("select diagnostics from problem_reports"));
    }

    [Theory, Trait("Behaviour", "PR-2")]
    [InlineData(null, "A", "B", null, "application")]
    [InlineData("Mail", " ", "B", null, "summary")]
    [InlineData("Mail", "A", "", null, "description")]
    [InlineData("Mail", "A", "B", "12", "callbackNumber")]
    public async Task What_is_missing_or_wrong_is_said_at_its_field(string? application, string? summary, string? description, string? callbackNumber, string field)
    {
        var scene = await Reported.BeginAsync();
        var answer = await scene.ReportAsync(body: new { application, summary, description, callbackNumber });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (answer.Status, answer.Code));
        Assert.NotNull(answer.Body["errors"]![field]);
        Assert.Empty(await scene.Tenant.ListAsync<Guid>("select id from problem_reports"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task The_number_to_call_is_kept_as_the_whole_world_dials_it()
    {
        var scene = await Reported.BeginAsync();
        (await scene.ReportAsync(body: new { application = "Mail", summary = "A", description = "B", callbackNumber = "06 12345678" })).IsDone();
        Assert.Equal("+390612345678", await scene.Tenant.SingleAsync<string>("select callback_number from problem_reports"));
    }

    [Fact, Trait("Behaviour", "PR-2"), Trait("Behaviour", "RA-14")]
    public async Task A_supporter_inside_reports_under_their_own_name_and_who_only_looks_does_not()
    {
        var scene = await Reported.BeginAsync("service_provider");
        var supporter = await scene.Tenant.AddPartnerUserAsync();
        var id = await scene.ReportedAsync(await scene.Tenant.EnterAsync(supporter, scene.Organization, "owner"));

        Assert.Equal((supporter.Id, supporter.Name), await scene.Tenant.SingleAsync<(Guid, string)>("select reporter_id, reporter_name from problem_reports where id = @id", new { id }));
        Assert.Equal("owner", await scene.Tenant.SingleAsync<string>("select acting_as from audit_events where action = 'ReportProblem'"));
        (await scene.ReportAsync(await scene.Tenant.EnterAsync(supporter, scene.Organization, "look_only"))).IsRefused(HttpStatusCode.Forbidden, "forbidden");
    }
}
