using System.Net;
using RemoteSupport.Tests.Organizations;

namespace RemoteSupport.Tests.ProblemReports;

public sealed class ThreadTests
{
    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Taking_replying_and_resolving_each_tell_the_other_side()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();

        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/take")).IsDone();
        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/replies", new { text = "Please restart it." })).IsDone();
        (await scene.Then().AsMember.PostAsync($"/problem-reports/{id}/replies", new { text = "That helped." })).IsDone();
        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/resolve", new { text = "Good to hear." })).IsDone();

        Assert.Equal(["problem-report-received", "problem-report-taken", "problem-report-replied", "problem-report-resolved"], await scene.ToldAsync(scene.Member.Email));
        Assert.Equal(["problem-reported", "problem-report-replied"], await scene.ToldAsync(scene.Contact.Email));
        Assert.Equal(["problem-reported"], await scene.ToldAsync(Reported.Address));
        var whole = (await scene.AsOwner.GetAsync($"/problem-reports/{id}")).Body;
        Assert.Equal("resolved", whole["report"]!["state"]!.GetValue<string>());
        Assert.Equal(["taken", "replied", "replied", "resolved"], whole["entries"]!.AsArray().Select(entry => entry!["kind"]!.GetValue<string>()));
        Assert.Contains("Good to hear.", (await scene.Tenant.MessagesToAsync(scene.Member.Email))[^1].Text, StringComparison.Ordinal);
        Assert.Single(await scene.Tenant.ListAsync<string>("select distinct thread from messages where thread like 'report-%'"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task A_reply_to_an_open_report_goes_to_every_contact_and_of_the_customer_it_opens_a_resolved_one_again()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        (await scene.Then().AsMember.PostAsync($"/problem-reports/{id}/replies", new { text = "It also beeps." })).IsDone();
        Assert.Equal(["problem-reported", "problem-report-replied"], await scene.ToldAsync(scene.Contact.Email));
        Assert.Equal(["problem-reported", "problem-report-replied"], await scene.ToldAsync(Reported.Address));

        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/resolve")).IsDone();
        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/replies", new { text = "One thing more." })).IsDone();
        Assert.Equal("resolved", await scene.StateAsync(id));
        (await scene.Then().AsOwner.PostAsync($"/problem-reports/{id}/replies", new { text = "Still there." })).IsDone();
        Assert.Equal("open", await scene.StateAsync(id));
        Assert.Contains("has opened #1001", (await scene.Tenant.MessagesToAsync(scene.Contact.Email))[^1].Text, StringComparison.Ordinal);
        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/take")).IsDone();
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Of_several_who_take_it_at_once_one_wins_and_the_others_are_told_who()
    {
        var scene = await Reported.BeginAsync("service_provider");
        for (var round = 0; round < 4; round++)
        {
            var id = await scene.ReportedAsync();
            var answers = await Task.WhenAll(new[] { scene.AsContact, scene.AsAdmin, scene.AsContact, scene.AsAdmin }.Select(one => one.PostAsync($"/problem-reports/{id}/take")));

            var winner = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK).Body["takenBy"]!.GetValue<string>();
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer =>
            {
                answer.IsRefused(HttpStatusCode.Conflict, "changed_meanwhile");
                Assert.Equal($"{winner} has already taken this report.", answer.Detail);
            });
            Assert.Equal(1, await scene.Tenant.SingleAsync<long>("select count(*) from problem_report_entries where report_id = @id", new { id }));
        }
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Taking_and_resolving_at_once_leave_it_resolved()
    {
        var scene = await Reported.BeginAsync("service_provider");
        for (var round = 0; round < 4; round++)
        {
            var id = await scene.ReportedAsync();
            var answers = await Task.WhenAll(scene.AsContact.PostAsync($"/problem-reports/{id}/take"), scene.AsAdmin.PostAsync($"/problem-reports/{id}/resolve"));
            Assert.Equal(HttpStatusCode.OK, answers[1].Status);
            Assert.Contains(answers[0].Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Conflict]);
            Assert.Equal("resolved", await scene.StateAsync(id));
            (await scene.AsContact.PostAsync($"/problem-reports/{id}/resolve")).IsRefused(HttpStatusCode.Conflict, "changed_meanwhile");
        }
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Who_comes_too_late_on_the_page_reads_who_was_faster()
    {
        var scene = await Reported.BeginAsync("service_provider");
        var id = await scene.ReportedAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Admin.Email);
        var page = await browser.GetAsync($"/problem-reports/{id}");
        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/take")).IsDone();

        var late = await browser.SubmitAsync(page, "form[action*=Take] button");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains($"{scene.Contact.Name} has already taken this report.", late.Text, StringComparison.Ordinal);
        Assert.Null(late.Document.QuerySelector("form[action*=Take]"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Who_was_deactivated_hears_no_more_and_their_link_is_dead()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var link = (await scene.Tenant.MessagesToAsync(scene.Member.Email))[0].Paths.Single();
        await scene.Tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { scene.Member.Id });

        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/replies", new { text = "Are you there?" })).IsDone();
        Assert.Equal(["problem-report-received"], await scene.ToldAsync(scene.Member.Email));
        Assert.Equal(HttpStatusCode.Gone, (await scene.Tenant.Browse().GetAsync(link)).Status);
    }

    [Fact, Trait("Behaviour", "PR-2"), Trait("Behaviour", "DL-5")]
    public async Task The_status_link_shows_the_thread_and_takes_a_reply_until_30_days_after_the_end()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        (await scene.Then().AsContact.PostAsync($"/problem-reports/{id}/resolve", new { text = "Restarted." })).IsDone();
        var link = (await scene.Tenant.MessagesToAsync(scene.Member.Email))[0].Paths.Single();
        var browser = scene.Tenant.Browse();

        var page = await browser.GetAsync(link);
        Assert.Contains("Restarted.", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain(scene.Contact.Email, page.Html, StringComparison.Ordinal);
        scene.Then();
        await browser.SubmitAsync(page, "[name='Form.Text']", ("Form.Text", "Not yet."));
        Assert.Equal("open", await scene.StateAsync(id));
        Assert.Equal("problem-report-replied", (await scene.ToldAsync(scene.Contact.Email))[^1]);

        await scene.Tenant.RunAsync("update problem_reports set state = 'resolved', resolved_by = @by, resolved_at = @Now where id = @id", new { id, by = scene.Contact.Id, scene.Tenant.Now });
        scene.Tenant.Now += TimeSpan.FromDays(30);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/report-status/nothing")).Status);
        Assert.Empty(await scene.Tenant.ListAsync<string>("select body_text from messages where body_text like '%' || @token || '%'", new { token = link.Split('/')[^1] }));
    }
}
