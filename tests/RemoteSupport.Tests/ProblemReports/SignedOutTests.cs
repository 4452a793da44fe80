using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.ProblemReports;

/// <summary>People who cannot sign in report, too, and learn nothing by it.</summary>
public sealed class SignedOutTests
{
    [Fact, Trait("Behaviour", "PR-1"), Trait("Behaviour", "AC-3")]
    public async Task A_members_report_goes_to_the_contacts_all_others_to_the_tenants_admins_and_the_page_says_the_same()
    {
        var scene = await Reported.BeginAsync();
        var known = await SendAsync(scene, scene.Member.Email.ToUpperInvariant());
        var unknown = await SendAsync(scene, "stranger@shop.example");
        Assert.Equal(
            known.Text.Replace(scene.Member.Email.ToUpperInvariant(), "X", StringComparison.Ordinal), unknown.Text.Replace("stranger@shop.example", "X", StringComparison.Ordinal));
        // Nothing that differs is done before the answer.
        Assert.Empty(await scene.Tenant.ListAsync<Guid>("select id from messages"));

        await scene.LookAfterAsync();
        Assert.Equal(["problem-report-received"], await scene.ToldAsync(scene.Member.Email));
        Assert.Equal(["problem-reported"], await scene.ToldAsync(scene.Contact.Email));
        Assert.Empty(await scene.ToldAsync("stranger@shop.example"));
        var unassigned = Assert.Single(await scene.Tenant.MessagesToAsync(scene.Admin.Email));
        Assert.Equal("problem-report-unreached", unassigned.Message);
        Assert.Contains("not known here", unassigned.Text, StringComparison.Ordinal);
        Assert.Contains("nobody has checked who wrote this", (await scene.Tenant.MessagesToAsync(scene.Contact.Email)).Single().Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task An_admin_answers_a_stranger_who_follows_the_link_in_that_answer()
    {
        var scene = await Reported.BeginAsync();
        await SendAsync(scene, "stranger@shop.example");
        await scene.LookAfterAsync();
        var id = await scene.Tenant.SingleAsync<Guid>("select id from problem_reports");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AsContact.GetAsync($"/problem-reports/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await scene.AsAdmin.PostAsync($"/problem-reports/{id}/replies", new { text = "Who are you?" })).Status);

        var link = Assert.Single(Assert.Single(await scene.Tenant.MessagesToAsync("stranger@shop.example")).Paths);
        Assert.Contains("Who are you?", (await scene.Tenant.Browse().GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task An_address_has_five_reports_an_hour_known_or_not()
    {
        var scene = await Reported.BeginAsync();
        foreach (var address in new[] { scene.Member.Email, "stranger@shop.example" })
        {
            for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await SendAsync(scene, address)).Status);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(scene, address)).Status);
        }

        Assert.Equal(10, await scene.Tenant.SingleAsync<long>("select count(*) from problem_reports"));
        scene.Tenant.Now += TimeSpan.FromHours(1);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(scene, scene.Member.Email)).Status);
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task A_network_has_twenty_an_hour_whatever_the_addresses()
    {
        var scene = await Reported.BeginAsync();
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.OK, (await SendAsync(scene, $"stranger{i}@shop.example")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(scene, "another@shop.example")).Status);
        Assert.Equal(HttpStatusCode.Created, (await scene.ReportAsync()).Status);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Attachments_come_along_and_what_is_wrong_is_said_at_its_field()
    {
        var scene = await Reported.BeginAsync();
        var browser = scene.Tenant.Browse("it");
        var form = await browser.GetAsync("/report-a-problem");
        var wrong = await browser.UploadAsync(form, "[name='Form.Summary']", [("a.log", "12:00"u8.ToArray())], ("Form.Email", "nobody"), ("Form.Other", "Mail"), ("Form.Summary", "A"), ("Form.Description", "B"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.ErrorAt("Form.Name"));

        var sent = await browser.SubmitAsync(wrong, "[name='Form.Summary']", ("Form.Name", "Nina"), ("Form.Email", scene.Member.Email));
        Assert.Equal("La Sua segnalazione è inviata", sent.Heading);
        Assert.Equal(["a.log"], await scene.Tenant.ListAsync<string>("select name from problem_report_files"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task The_sign_in_page_leads_there_and_who_is_signed_in_gets_the_other_form()
    {
        var scene = await Reported.BeginAsync();
        var browser = scene.Tenant.Browse();
        Assert.NotNull((await browser.GetAsync("/sign-in")).Document.QuerySelector("a[href='/report-a-problem']"));
        await browser.SignInAsync(scene.Member.Email);
        Assert.Equal("/problem-reports/new", (await browser.GetAsync("/report-a-problem")).Path);
    }

    [Fact, Trait("Behaviour", "PR-1"), Trait("Behaviour", "AC-3")]
    public async Task Who_is_signed_in_cannot_pass_for_another_by_the_form_that_is_open_to_all()
    {
        var scene = await Reported.BeginAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Contact.Email);
        var form = await browser.GetAsync("/report-a-problem");
        await browser.SubmitAsync(
            form, "[name='Form.Summary']", ("Form.Name", scene.Member.Name), ("Form.Email", scene.Member.Email), ("Form.Other", "Mail"), ("Form.Summary", "A"), ("Form.Description", "B"));
        Assert.False(await scene.Tenant.SingleAsync<bool>("select is_signed_in from problem_reports"));
        Assert.NotNull(await scene.Tenant.SingleAsync<string>("select network from problem_reports"));
    }

    private static async Task<Page> SendAsync(Reported scene, string address)
    {
        var browser = scene.Tenant.Browse();
        var form = await browser.GetAsync("/report-a-problem");
        return await browser.SubmitAsync(
            form, "[name='Form.Summary']", ("Form.Name", "Nina Rossi"), ("Form.Email", address), ("Form.Other", "Mail"), ("Form.Summary", "I cannot sign in"), ("Form.Description", "It says no."));
    }
}
