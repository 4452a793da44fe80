using RemoteSupport.Platform.Identity;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>Who is told what, in whose language and time zone (RA-5, RA-13).</summary>
public sealed class MailTests
{
    [Theory, Trait("Behaviour", "RA-5")]
    [InlineData("it", "chiede l'accesso a", "Durata richiesta: 4 ore")]
    [InlineData("de", "bittet um Zugriff auf", "Angefragte Dauer: 4 Stunden")]
    [InlineData("es", "solicita acceso a", "Duración solicitada: 4 horas")]
    [InlineData("en", "asks for access to", "Duration asked for: 4 hours")]
    public async Task The_owner_is_asked_in_their_language_with_all_it_takes_to_decide(string language, string subject, string duration)
    {
        var steps = await AccessSteps.BeginAsync(ownerLanguage: language);
        await steps.AskedAsync("PT4H", "The printer");
        var mail = Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email));
        Assert.Equal(("access-requested", language), (mail.Message, mail.Language));
        Assert.Contains(subject, mail.Subject, StringComparison.Ordinal);
        foreach (var body in new[] { mail.Text, mail.Html })
            foreach (var part in new[] { steps.Supporter.Name, "Brand " + steps.Tenant.Slug, duration, "The printer", $"http://{steps.Tenant.Host}/manage/remote-support", "10:00 (Europe/Rome)" })
                Assert.Contains(part, body, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "RA-5")]
    public async Task An_owner_without_a_language_reads_the_organizations()
    {
        var steps = await AccessSteps.BeginAsync(language: "de", ownerLanguage: null);
        await steps.AskedAsync();
        Assert.Equal("de", Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email)).Language);
    }

    [Fact, Trait("Behaviour", "RA-5")]
    public async Task An_owner_who_has_no_password_yet_comes_through_activation_to_the_page()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var owner = await tenant.AddMemberAsync(organization, "owner", "invited");
        var supporter = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        AccessSteps.IdOf(await supporter.PostAsync($"/organizations/{organization}/access-requests", new { duration = "PT1H" }), System.Net.HttpStatusCode.Created);
        var mail = Assert.Single(await tenant.MessagesToAsync(owner.Email));
        var browser = tenant.Browse();

        var page = await browser.SubmitAsync(await browser.GetAsync(Assert.Single(mail.Paths)), "[name='Form.Password']", ("Form.Password", TestTenant.Password), ("Repeated", TestTenant.Password));

        Assert.Equal("/sign-in?returnUrl=%2Fmanage%2Fremote-support", page.Path);
        page = await browser.SubmitAsync(page, "[name='Form.Password']", ("Form.Email", owner.Email), ("Form.Password", TestTenant.Password));
        Assert.Equal("/manage/remote-support", page.Path);
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Where_the_owners_address_is_another_accounts_nobody_gets_a_link()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var holder = await tenant.AddPartnerUserAsync();
        var owner = await tenant.AddMemberAsync(organization, "owner", "invited");
        await tenant.RunAsync(
            "update accounts set email = @Email, email_key = @key where id = @Id", new { holder.Email, key = TakenAddress.KeyFor(organization, holder.Email), owner.Id });
        var supporter = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        AccessSteps.IdOf(await supporter.PostAsync($"/organizations/{organization}/access-requests", new { duration = "PT1H" }), System.Net.HttpStatusCode.Created);
        Assert.Empty(await tenant.MessagesToAsync(holder.Email));
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from account_links"));
    }

    [Theory, Trait("Behaviour", "RA-13"), Trait("Behaviour", "RA-6")]
    [InlineData(null, "4 hours", false)]
    [InlineData("PT1H", "1 hour", true)]
    public async Task The_requester_hears_of_approval_until_when_and_how_long_also_where_it_is_not_what_was_asked(string? duration, string granted, bool differs)
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.DoAsync("approve", await steps.AskedAsync("PT4H"), duration is null ? null : new { duration });
        var mail = Assert.Single(await steps.Tenant.MessagesToAsync(steps.Supporter.Email));
        Assert.Equal("access-approved", mail.Message);
        Assert.Contains($"for {granted}", mail.Text, StringComparison.Ordinal);
        Assert.Contains(differs ? "10 Mar 2026, 11:00 (Europe/Rome)" : "10 Mar 2026, 14:00 (Europe/Rome)", mail.Text, StringComparison.Ordinal);
        Assert.Equal(differs, mail.Text.Contains("You had asked for 4 hours.", StringComparison.Ordinal));
    }

    [Theory, Trait("Behaviour", "RA-13")]
    [InlineData("de", "abgelehnt", "widerrufen")]
    [InlineData("it", "rifiutato", "revocato")]
    public async Task The_requester_hears_of_rejection_and_revocation_with_the_reason_in_their_language(string language, string rejected, string revoked)
    {
        var steps = await AccessSteps.BeginAsync(supporterLanguage: language);
        await steps.DoAsync("reject", await steps.AskedAsync(), new { reason = "<b>No</b>" });
        await steps.LeapAsync(TimeSpan.FromMinutes(10));
        await steps.DoAsync("revoke", await steps.GrantedAsync(), new { reason = "Done" });
        var mails = await steps.Tenant.MessagesToAsync(steps.Supporter.Email);
        var (no, end) = (mails.Single(mail => mail.Message == "access-rejected"), mails.Single(mail => mail.Message == "access-revoked"));
        Assert.Contains(rejected, no.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;No", no.Html, StringComparison.Ordinal);
        Assert.Contains(revoked, end.Text, StringComparison.Ordinal);
        Assert.Contains("Done", end.Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "RA-13")]
    [InlineData("PT30M", 15, 0)]
    [InlineData("PT31M", 15, 0)]
    [InlineData("PT31M", 16, 1)]
    [InlineData("PT4H", 225, 1)]
    [InlineData("PT4H", 224, 0)]
    public async Task The_requester_is_reminded_fifteen_minutes_before_the_end_but_not_of_thirty_minutes_or_less(string duration, int minutes, int reminders)
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.GrantedAsync(duration);
        await steps.LeapAsync(TimeSpan.FromMinutes(minutes));
        await steps.RunJobAsync();
        Assert.Equal(reminders, (await steps.Tenant.MessagesToAsync(steps.Supporter.Email)).Count(mail => mail.Message == "access-ending"));
    }

    [Fact, Trait("Behaviour", "RA-13")]
    public async Task When_the_end_moves_the_reminder_comes_again()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("PT1H");
        steps.Tenant.Now += TimeSpan.FromMinutes(45);
        await steps.RunJobAsync();
        await steps.DoAsync("end", grant, new { expiresAt = TestClock.Start.AddHours(3) });
        await steps.RunJobAsync();
        steps.Tenant.Now = TestClock.Start.AddMinutes(165);
        await steps.RunJobAsync();
        var reminders = (await steps.Tenant.MessagesToAsync(steps.Supporter.Email)).Where(mail => mail.Message == "access-ending").Select(mail => mail.Text).ToList();
        Assert.Equal(2, reminders.Count);
        Assert.Single(reminders, text => text.Contains("11:00 (Europe/Rome)", StringComparison.Ordinal));
        Assert.Single(reminders, text => text.Contains("13:00 (Europe/Rome)", StringComparison.Ordinal));
    }

    [Theory, Trait("Behaviour", "RA-13"), Trait("Behaviour", "RA-20")]
    [InlineData("expire", "Its time was over on 10 Mar 2026, 14:00 (Europe/Rome).")]
    [InlineData("revoke", "revoked it on 10 Mar 2026, 10:20 (Europe/Rome).")]
    [InlineData("return", "gave it back on 10 Mar 2026, 10:20 (Europe/Rome).")]
    [InlineData("managed", "revoked it on 10 Mar 2026, 10:20 (Europe/Rome).")]
    public async Task However_it_ends_the_owner_hears_how_and_who_was_in_from_when_to_when(string how, string sentence)
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("PT4H");
        var colleague = await steps.Tenant.AddPartnerUserAsync();
        await steps.InsideAsync(colleague, "super_admin", grant);
        await steps.Tenant.RunAsync("update remote_logins set ended_at = @at, end_reason = 'left', due_at = null where account_id = @Id", new { at = TestClock.Start.AddMinutes(12), colleague.Id });
        await steps.LeapAsync(how == "expire" ? TimeSpan.FromHours(4) : TimeSpan.FromMinutes(20));
        if (how == "expire") await steps.RunJobAsync();
        else if (how == "managed") await steps.ChangeManagedByAsync();
        else await steps.DoAsync(how, grant, how == "return" ? new { outcome = "It prints" } : new { reason = "Enough" });

        var mail = Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email), mail => mail.Message == "access-ended");

        Assert.Contains(sentence, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"{colleague.Name}: from 10 Mar 2026, 10:00 (Europe/Rome) to 10 Mar 2026, 10:12 (Europe/Rome)", mail.Text, StringComparison.Ordinal);
        Assert.Equal(how == "return", mail.Text.Contains("It prints", StringComparison.Ordinal));
        Assert.Equal(how == "revoke", mail.Text.Contains("Enough", StringComparison.Ordinal));
    }

    [Fact, Trait("Behaviour", "RA-13")]
    public async Task All_mails_about_one_access_are_one_thread()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        await steps.DoAsync("approve", await steps.MoreAskedAsync(grant));
        await steps.DoAsync("revoke", grant);
        Assert.Equal(6, await steps.Tenant.SingleAsync<long>("select count(*) from messages"));
        Assert.Equal("access-" + grant.Replace("-", "", StringComparison.Ordinal), await steps.Tenant.SingleAsync<string>("select distinct thread from messages"));
    }
}
