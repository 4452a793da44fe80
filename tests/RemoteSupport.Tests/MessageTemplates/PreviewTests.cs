using System.Net;

namespace RemoteSupport.Tests.MessageTemplates;

/// <summary>What the editor's frame shows, and what a test sends (MT-2, MT-5).</summary>
public sealed class PreviewTests
{
    private const string Preview = "/settings/messages/access-requested/email/preview?language=it";

    [Fact, Trait("Behaviour", "MT-5")]
    public async Task The_frame_shows_the_draft_under_a_policy_in_which_nothing_runs_loads_or_leads_away()
    {
        var scene = await Writing.BeginAsync();
        var form = await scene.Browser.GetAsync(Writing.Editor);
        using var answer = await scene.Browser.SendOnceAsync(HttpMethod.Post, Preview, new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", form.Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!),
            KeyValuePair.Create("Form.Html", "<p>Bozza {{ url }}</p><img src=\"https://elsewhere.example/pixel.png\"><script>alert(1)</script>"),
        ]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("sandbox; default-src 'none'; img-src data:;", policy, StringComparison.Ordinal);
        foreach (var word in new[] { "script-src", "allow-", "connect-src", "http" }) Assert.DoesNotContain(word, policy, StringComparison.Ordinal);
        Assert.Contains("<p>Bozza http", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory, Trait("Behaviour", "MT-2")]
    [InlineData("&view=text", "Gentile ")]
    [InlineData("&view=dark", "invert(1)")]
    [InlineData("", "<!doctype html>")]
    public async Task It_shows_the_html_the_plain_text_and_the_mail_in_the_dark(string view, string expected)
    {
        var scene = await Writing.BeginAsync();
        Assert.Contains(expected, (await scene.Browser.GetAsync(Preview + view)).Html, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-5")]
    public async Task Only_the_editors_page_lets_its_script_add_style_sheets_and_by_a_new_word_each_time()
    {
        var scene = await Writing.BeginAsync();
        async Task<string> PolicyOf(string path)
        {
            using var answer = await scene.Browser.SendOnceAsync(HttpMethod.Get, path);
            return answer.Headers.GetValues("Content-Security-Policy").Single();
        }

        var (first, second) = (await PolicyOf(Writing.Editor), await PolicyOf(Writing.Editor));
        Assert.Matches("script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9_-]{22}'; .*frame-src 'self'$", first);
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("unsafe", first, StringComparison.Ordinal);
        foreach (var other in new[] { "/settings/messages", "/settings/messages/access-requested/email/versions?language=it", "/" }) Assert.DoesNotContain("nonce", await PolicyOf(other), StringComparison.Ordinal);
        var page = await scene.Browser.GetAsync(Writing.Editor);
        Assert.Contains($"nonce-{page.Document.QuerySelector("script[src*='template-editor']")!.GetAttribute("nonce")}'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("", page.Document.QuerySelector("iframe")!.GetAttribute("sandbox"));
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task A_test_goes_to_oneself_as_typed_and_says_what_became_of_it()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.PressAsync(await scene.Browser.GetAsync(Writing.Editor), "Test", ("Form.Subject", "Prova {{ organization }}"));

        Assert.Contains($"On its way to {scene.Admin.Email}.", page.Text, StringComparison.Ordinal);
        var mail = Assert.Single(await scene.Tenant.MessagesToAsync(scene.Admin.Email));
        Assert.Equal(("access-requested", "it", "Prova Ponte Tech SpA"), (mail.Message, mail.Language, mail.Subject));
        Assert.Equal("Prova {{ organization }}", ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.Document.GetElementById("Form_Subject")!).Value);

        var result = page.Document.GetElementById("test-result")!.GetAttribute("data-source")!;
        await scene.Tenant.RunAsync("update messages set state = 'failed', last_error = 'mailbox full'");
        Assert.Contains("could not be sent", (await scene.Browser.GetAsync(result)).Text, StringComparison.Ordinal);
        await scene.Tenant.RunAsync("update messages set state = 'sent'");
        Assert.Contains($"The test was sent to {scene.Admin.Email}.", (await scene.Browser.GetAsync(result)).Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "MT-2")]
    [InlineData("06 12345678", "+390612345678")]
    [InlineData("not a number", null)]
    [InlineData("", null)]
    public async Task A_test_of_a_short_message_goes_to_a_number(string phone, string? recipient)
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.PressAsync(await scene.Browser.GetAsync(Writing.SmsEditor), "Test", ("phone", phone));
        Assert.Equal(recipient is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, page.Status);
        Assert.Equal(recipient is null ? [] : [recipient + " sms"], await scene.Tenant.ListAsync<string>("select recipient || ' ' || channel from messages"));
        Assert.Equal(recipient is null, page.Document.QuerySelector("#phone-error .field-error") is not null);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task What_has_a_fault_is_not_sent_as_a_test()
    {
        var scene = await Writing.BeginAsync();
        var page = await scene.PressAsync(await scene.Browser.GetAsync(Writing.Editor), "Test", ("Form.Subject", "{{ if"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Empty(await scene.Tenant.ListAsync<Guid>("select id from messages"));
    }
}
