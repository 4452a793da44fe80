using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Brand;

/// <summary>The brand in e-mails, as a server gets them.</summary>
[Trait("Behaviour", "TN-3")]
public sealed class BrandInMailsTests
{
    [Theory]
    [InlineData("it", "Note legali", "Informativa sulla privacy")]
    [InlineData("es", "Aviso legal", "Política de privacidad")]
    [InlineData("de", "Impressum", "Datenschutz")]
    [InlineData("en", "Imprint", "Privacy policy")]
    public async Task Footer_and_legal_links_stand_below_text_and_HTML_in_the_recipients_language(string language, string imprint, string privacy)
    {
        var mail = await MailAsync(language, $$"""{"{{language}}": "<i>Rossi</i> & Söhne\nTurin", "{{(language == "it" ? "de" : "it")}}": "foreign"}""", "https://shop.example/?a=1&b=2", "https://shop.example/privacy");

        Assert.Contains($"<i>Rossi</i> & Söhne\nTurin\n{imprint}: https://shop.example/?a=1&b=2\n{privacy}: https://shop.example/privacy", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;Rossi&lt;/i&gt; &amp; Söhne<br>Turin<br>", mail.Html, StringComparison.Ordinal);
        Assert.Contains($">{imprint}</a> <a href=\"https://shop.example/privacy\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://shop.example/?a=1&amp;b=2\"", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("foreign", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_them_nothing_stands_there()
    {
        var mail = await MailAsync("en", """{"it": "Rossi"}""", null, null);
        Assert.EndsWith(".example.", mail.Text.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("Imprint", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rossi", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_come_from_the_senders_name()
    {
        Assert.StartsWith("Brand ", (await MailAsync("en", "{}", null, null)).Message.Header("From"), StringComparison.Ordinal);
        var mail = await MailAsync("en", "{}", null, null, "Helpdesk of Rossi");
        Assert.StartsWith("Helpdesk of Rossi <", mail.Message.Header("From"), StringComparison.Ordinal);
        Assert.StartsWith("Helpdesk of Rossi <help@", mail.Message.Header("Reply-To"), StringComparison.Ordinal);
    }

    private static async Task<ReceivedMail> MailAsync(string language, string footers, string? imprint, string? privacy, string? sender = null)
    {
        await using var server = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(server.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.RunAsync(
            "update tenant_settings set footers = @footers::jsonb, imprint_url = @imprint, privacy_url = @privacy, sender_name = @sender where tenant_id = @Id",
            new { footers, imprint, privacy, sender, tenant.Id });
        await tenant.QueueAsync(1, language: language);
        await tenant.SendAsync();
        return (await server.ReceivedAsync(1)).Single();
    }
}
