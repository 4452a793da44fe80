using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.ProblemReports;

/// <summary>Through a real SMTP server that refuses some (PR-1).</summary>
public sealed class DeliveryTests
{
    private const string Refused = "refuse-550@shop.example";

    [Fact, Trait("Behaviour", "PR-1"), Trait("Behaviour", "DL-2")]
    public async Task One_refused_address_holds_up_nobody_and_the_report_shows_it()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var scene = await Reported.BeginAsync(node: node, address: Refused);
        await scene.SaveContactsAsync([scene.Contact.Id], [Refused, "second@shop.example"]);
        var id = await scene.ReportedAsync();

        await scene.Tenant.SendAsync();

        var received = await smtp.ReceivedAsync(3);
        Assert.Equal(new[] { scene.Contact.Email, scene.Member.Email, "second@shop.example" }.Order(), received.Select(mail => Assert.Single(mail.To)).Order());
        var deliveries = (await scene.AsContact.GetAsync($"/problem-reports/{id}")).Body["deliveries"]!.AsArray();
        var states = deliveries.ToDictionary(mail => mail!["address"]!.GetValue<string>(), mail => (mail!["state"]!.GetValue<string>(), mail["reason"]?.GetValue<string>()));
        Assert.Equal("sent", states[scene.Contact.Email].Item1);
        Assert.Equal("failed", states[Refused].Item1);
        Assert.Contains("550", states[Refused].Item2, StringComparison.Ordinal);

        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Contact.Email);
        var page = await browser.GetAsync($"/problem-reports/{id}");
        Assert.Contains("Failed", page.Text, StringComparison.Ordinal);
        Assert.Contains("550", page.Text, StringComparison.Ordinal);

        await scene.LookAfterAsync();
        scene.Tenant.Now += TimeSpan.FromMinutes(6);
        await scene.LookAfterAsync();
        Assert.Empty(await scene.ToldAsync(scene.Admin.Email));
    }

    [Fact, Trait("Behaviour", "PR-1")]
    public async Task When_every_mail_has_failed_the_tenants_admins_get_the_report()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var scene = await Reported.BeginAsync(node: node, address: Refused);
        await scene.SaveContactsAsync([], [Refused]);
        await scene.ReportedAsync();

        scene.Tenant.Now += TimeSpan.FromMinutes(6);
        await scene.LookAfterAsync();
        Assert.Empty(await scene.ToldAsync(scene.Admin.Email));

        await scene.Tenant.SendAsync();
        scene.Tenant.Now += TimeSpan.FromMinutes(6);
        await scene.LookAfterAsync();
        await scene.LookAfterAsync();
        Assert.Equal(["problem-report-unreached"], await scene.ToldAsync(scene.Admin.Email));
        Assert.True(await scene.Tenant.SingleAsync<bool>("select due_at is null from problem_reports"));
    }
}
