using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PasswordReset;

public sealed class ResetLinkTests
{
    [Theory, Trait("Behaviour", "AC-6")]
    [InlineData("23:59:59", HttpStatusCode.NoContent)]
    [InlineData("24:00:00", HttpStatusCode.Gone)]
    public async Task A_link_is_valid_for_24_hours(string age, HttpStatusCode expected)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);
        var parts = age.Split(':').Select(int.Parse).ToArray();

        tenant.Now += new TimeSpan(parts[0], parts[1], parts[2]);
        var page = await tenant.Browse().GetAsync("/reset-password/" + token);
        var answer = await tenant.RedeemAsync(token);

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.Gone, page.Status == HttpStatusCode.Gone);
        Assert.Equal(expected == HttpStatusCode.Gone ? "link_expired" : null, answer.Code);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task A_link_works_once()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.RedeemAsync(token)).Status);

        var again = await tenant.RedeemAsync(token, "another Good password");

        Assert.Equal((HttpStatusCode.Gone, "link_used"), (again.Status, again.Code));
        await tenant.AssertSignsInAsync(account.Email, ResetSteps.NewPassword);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task A_newer_link_cancels_the_older_one()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var older = await tenant.GetTokenAsync(account.Email);
        var newer = await tenant.GetTokenAsync(account.Email);

        var refused = await tenant.RedeemAsync(older);

        Assert.Equal((HttpStatusCode.Gone, "link_expired"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.RedeemAsync(newer)).Status);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task Of_several_who_use_a_link_at_once_exactly_one_wins()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);
        var passwords = Enumerable.Range(1, 6).Select(i => $"walking {i} Blue elephants").ToArray();

        var answers = await Task.WhenAll(passwords.Select(password => tenant.RedeemAsync(token, password)));

        var winner = Assert.Single(Enumerable.Range(0, 6), i => answers[i].Status == HttpStatusCode.NoContent);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.NoContent), answer => Assert.Equal("link_used", answer.Code));
        await tenant.AssertSignsInAsync(account.Email, passwords[winner]);
    }

    [Fact, Trait("Behaviour", "AC-11")]
    public async Task A_scanner_that_opens_the_link_burns_nothing()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var path = await tenant.GetLinkAsync(account.Email);
        var links = await tenant.ListAsync<string>("select to_jsonb(l)::text from account_links l");

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
            using (var response = await tenant.Browse().SendOnceAsync(method, path)) Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        Assert.Equal(links, await tenant.ListAsync<string>("select to_jsonb(l)::text from account_links l"));
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.RedeemAsync(ResetSteps.TokenOf(path))).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_host_refuses_the_token()
    {
        var (tenant, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);

        var refused = await other.RedeemAsync(token);
        var page = await other.Browse().GetAsync("/reset-password/" + token);

        Assert.Equal((HttpStatusCode.Gone, "link_expired"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.DoesNotContain(account.Email, page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.RedeemAsync(token)).Status);
    }

    [Theory, Trait("Behaviour", "AC-6")]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_ours_is_refused_like_an_expired_one(string token)
    {
        var tenant = await TestTenant.CreateAsync();

        var answer = await tenant.RedeemAsync(token);

        Assert.Equal((HttpStatusCode.Gone, "link_expired"), (answer.Status, answer.Code));
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task A_link_to_an_account_that_was_deactivated_meanwhile_is_dead()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);
        await tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { account.Id });

        Assert.Equal("link_expired", (await tenant.RedeemAsync(token)).Code);
        Assert.Equal("deactivated", await tenant.SingleAsync<string>("select status from accounts"));
    }

    [Theory, Trait("Behaviour", "AC-6")]
    [InlineData(true, "This link has already been used")]
    [InlineData(false, "This link is no longer valid")]
    public async Task A_dead_link_says_so_and_offers_a_new_one(bool used, string heading)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var path = await tenant.GetLinkAsync(account.Email);
        if (used) await tenant.RedeemAsync(ResetSteps.TokenOf(path));
        tenant.Now += TimeSpan.FromHours(25);
        var browser = tenant.Browse();

        var dead = await browser.GetAsync(path);
        var sent = await browser.SubmitAsync(dead, "[name='Form.Email']", ("Form.Email", account.Email));

        Assert.Equal((HttpStatusCode.Gone, heading), (dead.Status, dead.Heading));
        Assert.Equal("The e-mail is on its way", sent.Heading);
        Assert.Equal(2, (await tenant.MessagesToAsync(account.Email)).Count(message => message.Message == "password-reset"));
    }

    [Fact, Trait("Behaviour", "AC-11")]
    public async Task The_links_page_is_kept_by_nobody_and_passes_its_address_on_to_nobody()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var path = await tenant.GetLinkAsync(account.Email);

        foreach (var address in new[] { path, "/reset-password/nonsense" })
        {
            var page = await tenant.Browse().GetAsync(address);
            Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
            Assert.True(page.Headers.CacheControl?.NoStore);
        }
    }
}
