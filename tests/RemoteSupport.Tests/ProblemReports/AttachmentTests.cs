using System.Net;
using System.Text;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Organizations;

namespace RemoteSupport.Tests.ProblemReports;

public sealed class AttachmentTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static readonly byte[] Log = Encoding.UTF8.GetBytes("12:00 started\n12:01 stopped\n");

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Pictures_are_shown_all_else_is_saved_and_nothing_in_them_can_run()
    {
        var scene = await Reported.BeginAsync();
        var (browser, sent) = await SendAsync(scene, ("screen.png", Png), ("<b>a.log", Log));
        Assert.Equal("#1001 It fails", sent.Heading);
        var links = sent.Document.QuerySelectorAll("main a[href*='/files/']").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(2, links.Length);
        var types = new Dictionary<string, string?>();
        foreach (var link in links)
        {
            using var file = await browser.SendOnceAsync(HttpMethod.Get, link);
            Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            types[file.Content.Headers.ContentType!.MediaType!] = file.Content.Headers.ContentDisposition?.DispositionType;
        }

        Assert.Equal(new Dictionary<string, string?> { ["image/png"] = null, ["text/plain"] = "attachment" }, types);
        // The mail names them and leads to the page; it carries none.
        var mail = Assert.Single(await scene.Tenant.MessagesToAsync(Reported.Address));
        Assert.Contains("screen.png", mail.Text, StringComparison.Ordinal);
        using var signedOut = await scene.Tenant.Browse().SendOnceAsync(HttpMethod.Get, links[0]);
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
    }

    [Fact, Trait("Behaviour", "PR-2"), Trait("Behaviour", "TN-2")]
    public async Task An_attachment_is_there_only_for_those_who_see_its_report()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var file = (await scene.AsMember.SendRawAsync(HttpMethod.Post, $"/problem-reports/{id}/attachments?name=a.log", "12:00 started", "text/plain")).Body["id"]!.GetValue<Guid>();
        var other = await scene.ReportedAsync(scene.AsOwner);
        var colleague = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddMemberAsync(scene.Organization)).Email);
        var stranger = await scene.Tenant.Call().SignInAsync((await scene.Tenant.AddPartnerUserAsync()).Email);
        var elsewhere = await Reported.BeginAsync();

        foreach (var nobody in new[] { colleague, stranger, elsewhere.AsAdmin, elsewhere.AsMember })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/problem-reports/{id}/attachments/{file}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.SendRawAsync(HttpMethod.Post, $"/problem-reports/{id}/attachments?name=a.log", "text", "text/plain")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await scene.AsOwner.GetAsync($"/problem-reports/{other}/attachments/{file}")).Status);
        Assert.Equal(1, await scene.Tenant.SingleAsync<long>("select count(*) from files"));
    }

    [Theory, Trait("Behaviour", "PR-2")]
    [InlineData("screen.png", "PK\u0003\u0004", "is of a kind that cannot be uploaded here")]
    [InlineData("page.txt", "\u0001\u0002binary", "is of a kind that cannot be uploaded here")]
    [InlineData("empty.log", "", "is empty")]
    public async Task Contents_count_and_not_names(string name, string content, string said)
    {
        var scene = await Reported.BeginAsync();
        var (_, page) = await SendAsync(scene, (name, Encoding.Latin1.GetBytes(content)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.ErrorAt("Files"), StringComparison.Ordinal);
        Assert.Empty(await scene.Tenant.ListAsync<Guid>("select id from problem_reports"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task A_file_over_ten_mebibytes_is_refused_and_one_of_exactly_that_is_not()
    {
        var scene = await Reported.BeginAsync();
        var most = Enumerable.Repeat((byte)'a', 10 << 20).ToArray();
        var (_, page) = await SendAsync(scene, ("big.log", [.. most, (byte)'a']));
        Assert.Contains("is larger than 10 MB", page.ErrorAt("Files"), StringComparison.Ordinal);
        (_, page) = await SendAsync(scene, ("most.log", most));
        Assert.Equal("#1001 It fails", page.Heading);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task Six_are_too_many_on_the_page_and_by_the_API()
    {
        var scene = await Reported.BeginAsync();
        var (_, page) = await SendAsync(scene, [.. Enumerable.Range(0, 6).Select(i => ($"{i}.log", Log))]);
        Assert.Equal("Five attachments at most.", page.ErrorAt("Files"));
        Assert.Equal(0, await scene.Tenant.SingleAsync<long>("select count(*) from files"));

        var id = await scene.ReportedAsync();
        for (var i = 0; i < 5; i++) (await AttachAsync(scene, id)).IsDone();
        (await AttachAsync(scene, id)).IsRefused(HttpStatusCode.UnprocessableEntity, "validation_failed");
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task What_was_uploaded_is_not_lost_when_another_field_is_wrong_and_can_be_taken_out()
    {
        var scene = await Reported.BeginAsync();
        var (browser, wrong) = await SendAsync(scene, [("one.log", Log), ("two.log", Log)], ("Form.Summary", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var kept = wrong.Document.QuerySelectorAll("[name='Kept']").Select(box => box.GetAttribute("value")!).ToArray();
        Assert.Equal(2, kept.Length);

        await browser.SubmitAsync(wrong, "[name='Form.Summary']", ("Form.Summary", "It fails"), ("Kept", kept[1]));
        Assert.Equal(["two.log"], await scene.Tenant.ListAsync<string>("select name from problem_report_files"));
    }

    [Fact, Trait("Behaviour", "PR-2"), Trait("Behaviour", "TN-2")]
    public async Task Anothers_upload_cannot_be_sent()
    {
        var scene = await Reported.BeginAsync();
        var (_, wrong) = await SendAsync(scene, [("one.log", Log)], ("Form.Summary", ""));
        var theirs = wrong.Document.QuerySelector("[name='Kept']")!.GetAttribute("value")!;
        var thief = scene.Tenant.Browse();
        await thief.SignInAsync(scene.Owner.Email);
        var form = await thief.GetAsync("/problem-reports/new");
        await thief.SubmitAsync(form, "[name='Form.Summary']", ("Form.Other", "A"), ("Form.Summary", "B"), ("Form.Description", "C"), ("Kept", theirs));

        Assert.Empty(await scene.Tenant.ListAsync<Guid>("select file_id from problem_report_files"));
        Assert.Equal("whole", await scene.Tenant.SingleAsync<string>("select state from files"));
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task A_reply_brings_files_of_its_own()
    {
        var scene = await Reported.BeginAsync();
        var id = await scene.ReportedAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Contact.Email);
        var page = await browser.GetAsync($"/problem-reports/{id}");
        scene.Then();
        var after = await browser.UploadAsync(page, "[name='Form.Text']", [("answer.png", Png)], ("Form.Text", "See there."));

        Assert.Contains("answer.png", after.Document.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("attachments", (await scene.Tenant.MessagesToAsync(scene.Member.Email))[^1].Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "PR-2")]
    public async Task A_body_is_large_only_where_files_come()
    {
        var scene = await Reported.BeginAsync();
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Member.Email);
        var page = await browser.GetAsync("/profile");
        var answer = await browser.SubmitAsync(page, "#Form_Name", ("Form.Name", new string('a', 2 << 20)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    private static Task<Answer> AttachAsync(Reported scene, Guid id) =>
        scene.AsMember.SendRawAsync(HttpMethod.Post, $"/problem-reports/{id}/attachments?name=a.log", "12:00 started", "text/plain");

    private static Task<(Browser Browser, Page Page)> SendAsync(Reported scene, params (string, byte[])[] files) => SendAsync(scene, files, ("Form.Summary", "It fails"));

    private static async Task<(Browser Browser, Page Page)> SendAsync(Reported scene, (string, byte[])[] files, (string, string) summary)
    {
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Member.Email);
        var form = await browser.GetAsync("/problem-reports/new");
        return (browser, await browser.UploadAsync(form, "[name='Form.Summary']", files, ("Form.Other", "Mail"), summary, ("Form.Description", "Always.")));
    }
}
