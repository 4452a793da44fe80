using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PasswordReset;

public sealed class AskForPasswordResetTests
{
    [Fact, Trait("Behaviour", "AC-6")]
    public async Task Whoever_has_an_account_gets_a_link_whatever_the_case_of_the_address()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        var answer = await tenant.AskAsync(" " + account.Email.ToUpperInvariant());

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        var message = Assert.Single(await tenant.MessagesToAsync(account.Email));
        Assert.Equal("password-reset", message.Message);
        Assert.StartsWith("/reset-password/", Assert.Single(message.Paths), StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Unknown_and_deactivated_addresses_get_the_same_answer_and_no_message()
    {
        var tenant = await TestTenant.CreateAsync();
        var known = await tenant.AddPartnerUserAsync();
        var deactivated = await tenant.AddPartnerUserAsync(status: "deactivated");
        var addresses = new[] { known.Email, deactivated.Email, "nobody@unknown.example", "no address at all" };

        var answers = new List<Answer>();
        foreach (var address in addresses) answers.Add(await tenant.AskAsync(address));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Accepted, "{}"), (answer.Status, answer.Body.ToJsonString())));
        Assert.Equal([known.Email], await tenant.ListAsync<string>("select recipient from messages"));
        Assert.Equal([known.Id], await tenant.ListAsync<Guid>("select account_id from account_links"));
        Assert.Equal(2, await tenant.SingleAsync<long>("select count(*) from accounts"));
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Text_that_the_database_cannot_hold_gets_the_same_answer()
    {
        var tenant = await TestTenant.CreateAsync();

        Assert.Equal(HttpStatusCode.Accepted, (await tenant.AskAsync("a\0b@example.com")).Status);
        Assert.Equal("invalid_credentials", (await tenant.Call().TrySignInAsync("a\0b@example.com", "any password")).Code);
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task The_page_says_the_same_for_known_and_unknown_addresses()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        var texts = new List<string>();
        foreach (var address in new[] { account.Email, "nobody@unknown.example" })
        {
            var browser = tenant.Browse();
            var sent = await browser.SubmitAsync(await browser.GetAsync("/reset-password"), "[name='Form.Email']", ("Form.Email", address));
            Assert.Equal((HttpStatusCode.OK, "The e-mail is on its way"), (sent.Status, sent.Heading));
            Assert.Contains(address, sent.Text, StringComparison.Ordinal);
            texts.Add(sent.Text.Replace(address, "", StringComparison.Ordinal));
        }

        Assert.Equal(texts[0], texts[1]);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task An_empty_address_is_refused_at_its_field_once()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse("de");

        var page = await browser.SubmitAsync(await browser.GetAsync("/reset-password"), "[name='Form.Email']", ("Form.Email", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Geben Sie Ihre E-Mail-Adresse ein.", page.ErrorAt("Form.Email"));
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task An_invited_account_gets_an_activation_link_instead()
    {
        var tenant = await TestTenant.CreateAsync();
        var invited = await tenant.AddPartnerUserAsync(status: "invited");

        await tenant.AskAsync(invited.Email);

        var message = Assert.Single(await tenant.MessagesToAsync(invited.Email));
        Assert.Equal("activation", message.Message);
        Assert.Empty(await tenant.ListAsync<Guid>("select id from account_links where purpose = 'password-reset'"));
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task Asking_fills_no_mailbox_five_an_hour_and_the_answer_stays_the_same()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        for (var i = 1; i <= 7; i++) Assert.Equal(HttpStatusCode.Accepted, (await tenant.AskAsync(account.Email)).Status);
        Assert.Equal(5, (await tenant.MessagesToAsync(account.Email)).Count);

        tenant.Now += TimeSpan.FromHours(1);
        await tenant.AskAsync(account.Email);
        Assert.Equal(6, (await tenant.MessagesToAsync(account.Email)).Count);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task Asking_many_times_at_once_keeps_to_the_same_limit()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => tenant.AskAsync(account.Email)));

        Assert.Equal(5, (await tenant.MessagesToAsync(account.Email)).Count);
        Assert.Equal(1, await tenant.SingleAsync<long>("select count(*) from account_links where cancelled_at is null"));
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task Asking_is_no_attempt_to_sign_in()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        for (var i = 1; i <= 4; i++) await tenant.Call().TrySignInAsync(account.Email, "not the password");

        for (var i = 1; i <= 5; i++) await tenant.AskAsync(account.Email);

        Assert.Equal(4, await tenant.SingleAsync<int>("select failures from sign_in_tries"));
        await tenant.AssertSignsInAsync(account.Email, TestTenant.Password);
    }

    [Fact, Trait("Behaviour", "DL-5")]
    public async Task The_database_holds_only_the_tokens_hash()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        var token = await tenant.GetTokenAsync(account.Email);

        var everything = string.Join('\n', await tenant.ListAsync<string>(
            """
            select to_jsonb(m)::text from messages m
            union all select to_jsonb(l)::text from account_links l
            union all select to_jsonb(e)::text from audit_events e
            union all select to_jsonb(d)::text from audit_details d
            """));
        Assert.DoesNotContain(token, everything, StringComparison.Ordinal);
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
        Assert.Equal(hash, await tenant.SingleAsync<byte[]>("select token_hash from account_links"));
    }
}
