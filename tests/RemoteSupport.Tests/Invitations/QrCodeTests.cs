using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Invitations;

/// <summary>The QR code in e-mails, as a server gets them.</summary>
[Trait("Behaviour", "IN-3")]
public sealed class QrCodeTests
{
    [Fact]
    public async Task The_code_travels_inside_the_mail_and_is_of_the_same_link_as_the_text()
    {
        var (mail, path, scene) = await MailAsync(null);
        Assert.Equal("multipart/alternative(text/plain,multipart/related(text/html,image/png))", mail.Message.Outline());
        var image = mail.Message.Find("image/png");
        Assert.Equal(("<qr>", "inline"), (image.Header("Content-ID"), image.Header("Content-Disposition")));
        Assert.Contains("src=\"cid:qr\"", mail.Html, StringComparison.Ordinal);
        var address = $"http://{scene.Tenant.Host}{path}";
        Assert.Contains(address, mail.Text, StringComparison.Ordinal);
        Assert.Equal(QrPicture.Of(address).Bytes.ToArray(), image.Content);
    }

    [Fact]
    public async Task It_stands_where_a_tenants_own_text_puts_it_and_is_left_out_where_that_does_not()
    {
        Assert.Equal("multipart/alternative(text/plain,text/html)", (await MailAsync("""<p><a href="{{ url }}">Come</a></p>""")).Mail.Message.Outline());
        Assert.Equal("multipart/alternative(text/plain,multipart/related(text/html,image/png))", (await MailAsync("""<p><a href="{{ url }}">Come</a> <img src="cid:qr" alt=""></p>""")).Mail.Message.Outline());
    }

    private static async Task<(ReceivedMail Mail, string Path, Invited Scene)> MailAsync(string? own)
    {
        await using var server = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(server.Port);
        var scene = await Invited.BeginAsync(node);
        if (own is not null)
            await scene.Tenant.RunAsync(
                "insert into message_templates (message, channel, language, subject, html, text, version) values ('invitation', 'email', 'en', 'Come', @own, '{{ url }}', 1)", new { own });
        var id = await scene.InviteAsync();
        await scene.Tenant.SendAsync();
        Assert.Equal("sent", await scene.StateAsync(id));
        return ((await server.ReceivedAsync(1)).Single(), scene.PathOf(id), scene);
    }
}
