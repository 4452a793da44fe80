using System.Net;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery;

[Trait("Behaviour", "DL-3")]
public sealed class MailSettingsTests
{
    private const string Path = "/delivery-settings/email";

    [Fact]
    public async Task A_tenants_own_server_takes_its_mail_under_its_own_name_and_nobody_elses()
    {
        await using var platform = await SmtpServer.StartAsync();
        await using var own = await SmtpServer.StartAsync(new() { Auth = ["PLAIN"], User = "shop", Password = "its password" });
        await using var node = await Post.NodeAsync(platform.Port);
        var (tenant, other) = (await TestTenant.CreateAsync(node), await TestTenant.CreateAsync(node));
        await tenant.UseServerAsync(own.Port, user: "shop", password: "its password");
        await tenant.QueueAsync(1);
        await other.QueueAsync(1);

        await tenant.SendAsync();
        await other.SendAsync();

        var mail = Assert.Single(await own.ReceivedAsync(1));
        Assert.Contains("service@shop.example", mail.Message.Header("From"), StringComparison.Ordinal);
        Assert.EndsWith("@shop.example>", mail.Message.Header("Message-ID"), StringComparison.Ordinal);
        Assert.DoesNotContain("remotesupport", string.Concat(mail.From, mail.Message.Header("From"), mail.Message.Header("Message-ID")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-reply@mail.example", Assert.Single(await platform.ReceivedAsync(1)).Message.Header("From"), StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "DL-5")]
    public async Task The_password_is_sealed_at_rest_and_stands_in_no_answer()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AdminAsync();
        var saved = await admin.PutAsync(Path, Own(password: "a very secret word"), "\"0\"");

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.True(saved.Body["hasPassword"]!.GetValue<bool>());
        Assert.DoesNotContain("secret word", saved.Body.ToJsonString() + (await admin.GetAsync(Path)).Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret word", await tenant.SingleAsync<string>("select delivery_settings::text || encode(smtp_password, 'escape') from delivery_settings"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret word", string.Concat(await tenant.ListAsync<string>("select details::text from audit_details")), StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "DL-5")]
    [InlineData("mail.shop.example", "shop", HttpStatusCode.OK)]
    [InlineData("attacker.example", "shop", HttpStatusCode.UnprocessableEntity)]
    [InlineData("mail.shop.example", "root", HttpStatusCode.UnprocessableEntity)]
    public async Task A_kept_password_is_not_sent_to_a_server_or_user_that_it_was_not_entered_for(string host, string user, HttpStatusCode status)
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AdminAsync();
        await admin.PutAsync(Path, Own(password: "a very secret word"), "\"0\"");

        var answer = await admin.PutAsync(Path, Own(host, user), "\"1\"");

        Assert.Equal(status, answer.Status);
        if (status != HttpStatusCode.OK) Assert.NotNull(answer.Body["errors"]!["password"]);
        Assert.Equal("mail.shop.example", await tenant.SingleAsync<string>("select smtp_host from delivery_settings"));
    }

    [Fact]
    public async Task Of_two_who_save_at_once_the_second_is_told()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AdminAsync();
        var read = await admin.GetAsync(Path);
        Assert.Equal("\"0\"", read.Headers.ETag!.Tag);
        await admin.PutAsync(Path, Own(password: "x"), "\"0\"");

        var second = await admin.PutAsync(Path, new { server = "platform" }, "\"0\"");

        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed_meanwhile", "\"1\""), (second.Status, second.Code, second.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await admin.PutAsync(Path, new { server = "platform" }, null)).Status);
        Assert.Equal("own", (await admin.GetAsync(Path)).Body["server"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_page_keeps_what_was_typed_and_shows_what_stands_there_now()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AddPartnerUserAsync("admin");
        var person = tenant.Browse();
        await person.SignInAsync(admin.Email);
        var page = await person.GetAsync("/settings/delivery");
        await (await tenant.AdminAsync()).PutAsync(Path, Own(password: "x"), "\"0\"");

        var told = await person.SubmitAsync(page, "[name='Mail.Host']", ("Mail.Server", "own"), ("Mail.Host", "other.example"), ("Mail.Security", "tls"), ("Mail.Sender", "a@other.example"), ("Mail.Port", "abc"));

        Assert.Contains("Somebody else has saved", told.Text, StringComparison.Ordinal);
        Assert.Contains("Stands there now: mail.shop.example", told.Text, StringComparison.Ordinal);
        Assert.Equal("other.example", told.Document.QuerySelector("[name='Mail.Host']")!.GetAttribute("value"));
        Assert.Equal("1", told.Document.QuerySelector("[name='Mail.Seen']")!.GetAttribute("value"));
        var wrong = await person.SubmitAsync(told, "[name='Mail.Host']");
        Assert.Equal("A port is a number from 1 to 65535.", wrong.ErrorAt("Mail.Port"));
        Assert.Equal("abc", wrong.Document.QuerySelector("[name='Mail.Port']")!.GetAttribute("value"));
    }

    [Theory, Trait("Behaviour", "DL-6")]
    [InlineData("none", "security"), InlineData("ssl3", "security")]
    public async Task Only_hosts_that_the_operator_allows_are_reached_in_clear(string security, string field)
    {
        var tenant = await TestTenant.CreateAsync();
        var answer = await (await tenant.AdminAsync()).PutAsync(Path, Own(password: "x", security: security), "\"0\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Body["errors"]![field]);
    }

    [Fact]
    public async Task The_check_tells_of_each_step_up_to_the_one_that_fails()
    {
        await using var smtp = await SmtpServer.StartAsync(new() { Auth = ["PLAIN"], User = "shop", Password = "right" });
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        var admin = await tenant.AdminAsync();
        Assert.Equal(["failed", "skipped", "skipped", "skipped"], await StepsAsync(admin));

        await tenant.UseServerAsync(smtp.Port, user: "shop", password: "wrong");
        Assert.Equal(["passed", "passed", "failed", "skipped"], await StepsAsync(admin));

        await tenant.RunAsync("delete from delivery_settings where tenant_id = @Id", new { tenant.Id });
        await tenant.UseServerAsync(smtp.Port, user: "shop", password: "right");
        Assert.Equal(["passed", "passed", "passed", "passed"], await StepsAsync(admin));
        Assert.Contains("This is the test", Assert.Single(await smtp.ReceivedAsync(1)).Text, StringComparison.Ordinal);
    }

    private static async Task<string[]> StepsAsync(Api admin) =>
        [.. (await admin.PostAsync(Path + "/check")).Body["steps"]!.AsArray().Select(step => step!["result"]!.GetValue<string>())];

    private static object Own(string host = "mail.shop.example", string user = "shop", string? password = null, string security = "starttls") =>
        new { server = "own", host, security, user, password, sender = "service@shop.example" };
}
