using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.PasswordReset;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Messaging;

/// <summary>What a tenant has written itself: used from the next message on, and never a danger to it.</summary>
public sealed class OwnTextsTests
{
    private const string Html = "<p>Neu: {{ reset_url }}</p>";
    private const string Text = "Neu: {{ reset_url }}";

    [Fact, Trait("Behaviour", "MT-3")]
    public async Task The_next_message_has_the_new_text_and_a_queued_one_keeps_the_old()
    {
        var tenant = await TestTenant.CreateAsync();
        await QueueAsync(tenant, "de");
        tenant.Now += TimeSpan.FromMinutes(1);
        await WriteAsync(tenant, "de", "Anders als zuvor", Html, Text);
        await QueueAsync(tenant, "de");

        Assert.Equal([$"Ihr Passwort bei Brand {tenant.Slug} wurde geändert", "Anders als zuvor"], (await SentAsync(tenant)).Select(mail => mail.Subject));
    }

    [Fact, Trait("Behaviour", "MT-4")]
    public async Task An_own_text_counts_in_its_language_and_its_tenant_only()
    {
        var (tenant, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        await WriteAsync(tenant, "de", "Anders als zuvor", Html, Text);

        await QueueAsync(tenant, "it");
        await QueueAsync(other, "de");

        Assert.DoesNotContain("Neu:", Assert.Single(await SentAsync(tenant)).BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("Neu:", Assert.Single(await SentAsync(other)).BodyText, StringComparison.Ordinal);
    }

    /// <summary>Saving refuses all of these; a release that changes a message could still make one of a text that was good.</summary>
    [Theory, Trait("Behaviour", "MT-4")]
    [InlineData("{{ if", Html, Text)]
    [InlineData("{{ no_such_thing }}", Html, Text)]
    [InlineData("  ", Html, Text)]
    [InlineData("{{ if at == '' }}never{{ end }}", Html, Text)]
    [InlineData("Subject", "<p>no link</p>", Text)]
    [InlineData("Subject", Html, "{{ for x in at }}{{ x }}{{ end }}")]
    public async Task A_text_that_cannot_be_used_goes_out_built_in_and_the_admins_are_told_once(string subject, string html, string text)
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AddPartnerUserAsync("admin", language: "it");
        await WriteAsync(tenant, "de", subject, html, text);

        await QueueAsync(tenant, "de");
        await QueueAsync(tenant, "de");

        var sent = await SentAsync(tenant);
        Assert.All(sent.Where(mail => mail.Message == "password-changed"), mail => Assert.Equal($"Ihr Passwort bei Brand {tenant.Slug} wurde geändert", mail.Subject));
        var alarm = Assert.Single(sent, mail => mail.Message == "template-broken");
        Assert.Equal((admin.Email, "Il Suo testo per “Password modificata” non è utilizzabile"), (alarm.Recipient, alarm.Subject));
        Assert.Contains("/settings/messages/password-changed/email?language=de", alarm.BodyText, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "MT-4")]
    public async Task A_broken_layout_falls_back_and_what_stands_in_it_stays_the_tenants()
    {
        var tenant = await TestTenant.CreateAsync();
        await WriteAsync(tenant, "de", "Anders als zuvor", Html, Text);
        await tenant.RunAsync("insert into message_templates (tenant_id, message, channel, language, version, html, text) values (@Id, 'layout', 'email', 'de', 1, '<p>nothing inside</p>', 'nothing inside')", new { tenant.Id });

        await QueueAsync(tenant, "de");

        var mail = Assert.Single(await SentAsync(tenant));
        Assert.Contains("Neu: http", mail.BodyText, StringComparison.Ordinal);
        Assert.StartsWith("Guten Tag", mail.BodyText, StringComparison.Ordinal);
        Assert.Equal(1, await tenant.SingleAsync<int>("select count(*)::int from message_templates where tenant_id = @Id and message = 'layout' and broken_at = @Now", new { tenant.Id, tenant.Now }));
    }

    [Fact, Trait("Behaviour", "MT-4")]
    public async Task The_alarm_itself_goes_out_when_its_own_text_is_the_broken_one()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.AddPartnerUserAsync("admin", language: "de");
        await tenant.RunAsync("insert into message_templates (tenant_id, message, channel, language, version, subject, html, text) values (@Id, 'template-broken', 'email', 'de', 1, '{{', 'x', 'x')", new { tenant.Id });
        await WriteAsync(tenant, "de", "{{", Html, Text);

        await QueueAsync(tenant, "de");

        Assert.Equal(["password-changed", "template-broken", "template-broken"], (await SentAsync(tenant)).Select(mail => mail.Message).Order());
    }

    private static Task<int> WriteAsync(TestTenant tenant, string language, string subject, string html, string text) => tenant.RunAsync(
        "insert into message_templates (tenant_id, message, channel, language, version, subject, html, text) values (@Id, 'password-changed', 'email', @language, 1, @subject, @html, @text)",
        new { tenant.Id, language, subject, html, text });

    private static Task QueueAsync(TestTenant tenant, string language) => tenant.InScopeAsync(scope =>
        scope.GetRequiredService<Db>().InTransactionAsync(() => scope.GetRequiredService<Outbox>().QueueAsync(
            new Recipient("zoe@shop.example", "Zoë", language, "Europe/Rome"),
            words => new PasswordChangedEmail(words.Instant(tenant.Now), "192.0.2.7", "Firefox", words.LinkTo("/reset-password")))));

    private static Task<IReadOnlyList<Sent>> SentAsync(TestTenant tenant) =>
        tenant.ListAsync<Sent>("select message, recipient, subject, body_text from messages where tenant_id = @Id order by created_at, id", new { tenant.Id });

    private sealed record Sent(string Message, string Recipient, string Subject, string BodyText);
}
