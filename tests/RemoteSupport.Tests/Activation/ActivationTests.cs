using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Activation;
using RemoteSupport.Platform.Data;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Activation;

public sealed class ActivationTests
{
    private const string Password = "walking a Blue elephant";

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task An_invited_person_sets_a_password_and_signs_in()
    {
        var tenant = await TestTenant.CreateAsync();
        var owner = await tenant.AddMemberAsync(await tenant.AddOrganizationAsync(), "owner", "invited");
        var browser = tenant.Browse();

        var welcome = await browser.GetAsync(await InviteAsync(tenant, owner));
        var signIn = await browser.SubmitAsync(welcome, "[name='Form.Password']", ("Form.Password", Password), ("Repeated", Password));
        var home = await browser.SignInAsync(owner.Email, Password);

        Assert.Equal((HttpStatusCode.OK, $"Welcome, {owner.Name}"), (welcome.Status, welcome.Heading));
        Assert.Contains(owner.Email, welcome.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", signIn.Path);
        Assert.Equal("Your account is active. Please sign in with your new password.", signIn.Document.QuerySelector(".notice-ok")?.TextContent.Trim());
        Assert.Equal((HttpStatusCode.OK, "/"), (home.Status, home.Path));
        Assert.Equal(tenant.Now, await tenant.SingleAsync<DateTimeOffset>("select activated_at from accounts where status = 'active'"));
        Assert.Equal(owner.Id, await tenant.SingleAsync<Guid>("select target_id from audit_events where action = 'ActivateAccount'"));
    }

    [Theory, Trait("Behaviour", "OR-2")]
    [InlineData(1, HttpStatusCode.NoContent)]
    [InlineData(0, HttpStatusCode.Gone)]
    public async Task A_link_is_valid_for_7_days(int secondsBefore, HttpStatusCode expected)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited");
        var path = await InviteAsync(tenant, account);

        tenant.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(secondsBefore);
        var page = await tenant.Browse().GetAsync(path);
        var answer = await RedeemAsync(tenant, path);

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.Gone, page.Status == HttpStatusCode.Gone);
        Assert.Equal(expected == HttpStatusCode.Gone ? "link_expired" : null, answer.Code);
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task An_expired_link_brings_a_new_one_that_works()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var account = await tenant.AddMemberAsync(organization, status: "invited");
        var path = await InviteAsync(tenant, account);
        tenant.Now += TimeSpan.FromDays(8);
        var browser = tenant.Browse();

        var dead = await browser.GetAsync(path);
        var told = await browser.SubmitAsync(dead, "form[action*='Renew'] button");
        var messages = await tenant.MessagesToAsync(account.Email);

        Assert.Equal((HttpStatusCode.Gone, "This link is no longer valid"), (dead.Status, dead.Heading));
        Assert.Equal("A new link is on its way to your mailbox.", told.Document.QuerySelector(".notice-ok")?.TextContent.Trim());
        Assert.Equal(2, messages.Count);
        Assert.Equal("link_expired", (await RedeemAsync(tenant, path)).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await RedeemAsync(tenant, messages[1].Paths.Single())).Status);
        Assert.Equal(organization, await tenant.SingleAsync<Guid>("select organization_id from audit_events where action = 'RenewActivation'"));
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task A_link_works_once_and_an_active_account_gets_no_new_one()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited");
        var older = await InviteAsync(tenant, account);
        var path = await InviteAsync(tenant, account);
        Assert.Equal(HttpStatusCode.NoContent, (await RedeemAsync(tenant, path)).Status);

        var again = await RedeemAsync(tenant, path);
        var used = await tenant.Browse().GetAsync(path);
        var replaced = await tenant.Browse().GetAsync(older);

        Assert.Equal((HttpStatusCode.Gone, "link_used"), (again.Status, again.Code));
        Assert.Equal("This account has already been activated", used.Heading);
        Assert.Equal("This link is no longer valid", replaced.Heading);
        Assert.Null(replaced.Document.QuerySelector("form[action*='Renew']"));
        await tenant.InScopeAsync(async scope =>
            Assert.Equal(new ActivationLinkExpired(), (await scope.GetRequiredService<IMediator>().Send(new RenewActivation { Token = TokenOf(older) })).Refusal));
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task Of_several_who_use_a_link_at_once_exactly_one_wins()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited");
        var path = await InviteAsync(tenant, account);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RedeemAsync(tenant, path)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.NoContent);
        Assert.Equal(4, answers.Count(answer => answer.Code == "link_used"));
    }

    [Fact, Trait("Behaviour", "AC-11")]
    public async Task A_scanner_that_opens_the_link_burns_nothing()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited");
        var path = await InviteAsync(tenant, account);

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
            using (var response = await tenant.Browse().SendOnceAsync(method, path)) Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        Assert.Equal("invited", await tenant.SingleAsync<string>("select status from accounts"));
        Assert.Equal(HttpStatusCode.NoContent, (await RedeemAsync(tenant, path)).Status);
    }

    [Fact, Trait("Behaviour", "AC-7")]
    public async Task The_first_password_is_held_against_the_rules_and_burns_no_link()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited");
        var path = await InviteAsync(tenant, account);
        var browser = tenant.Browse("it");

        var page = await browser.SubmitAsync(await browser.GetAsync(path), "[name='Form.Password']", ("Form.Password", "password123"), ("Repeated", "password123"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Molte persone usano questa password o una simile. Ne scelga un'altra.", page.ErrorAt("Form.Password"));
        Assert.Equal(HttpStatusCode.NoContent, (await RedeemAsync(tenant, path)).Status);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task Wrong_tries_of_before_lock_nobody_out_after_activation()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited");
        for (var i = 1; i <= 5; i++) await tenant.Call().TrySignInAsync(account.Email, "not the password");

        await RedeemAsync(tenant, await InviteAsync(tenant, account));

        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(account.Email, Password)).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_host_refuses_the_token()
    {
        var (tenant, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var account = await tenant.AddPartnerUserAsync(status: "invited");
        var path = await InviteAsync(tenant, account);

        var page = await other.Browse().GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.DoesNotContain(account.Email, page.Html, StringComparison.Ordinal);
        Assert.Equal("link_expired", (await RedeemAsync(other, path)).Code);
    }

    [Fact, Trait("Behaviour", "OR-2")]
    public async Task Nothing_is_sent_when_the_inviting_transaction_fails()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited");

        await tenant.InScopeAsync(scope => scope.GetRequiredService<Db>().InTransactionAsync(
            async () =>
            {
                await scope.GetRequiredService<IMediator>().Publish(new AccountInvited(account.Id));
                return false;
            },
            keep: kept => kept));

        Assert.Empty(await tenant.MessagesToAsync(account.Email));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from account_links"));
    }

    [Theory, Trait("Behaviour", "MT-4")]
    [InlineData("en", "Activate your account at")]
    [InlineData("de", "Ihr Konto bei")]
    [InlineData("it", "Attivi il Suo account su")]
    [InlineData("es", "Active su cuenta en")]
    public async Task The_message_is_in_the_accounts_language(string language, string subject)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(status: "invited", language: language);

        var path = await InviteAsync(tenant, account);

        var message = Assert.Single(await tenant.MessagesToAsync(account.Email));
        Assert.Equal(("activation", language), (message.Message, message.Language));
        Assert.StartsWith(subject, message.Subject, StringComparison.Ordinal);
        Assert.Contains($"http://{tenant.Host}{path}", message.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"http://{tenant.Host}{path}\"", message.Html, StringComparison.Ordinal);
        Assert.Contains(account.Email, message.Text, StringComparison.Ordinal);
    }

    /// <summary>Invites as another slice would; the path of the link in the newest message.</summary>
    private static async Task<string> InviteAsync(TestTenant tenant, TestAccount account)
    {
        // Messages are in the order of their instants.
        tenant.Now += TimeSpan.FromMilliseconds(1);
        await tenant.InScopeAsync(scope => scope.GetRequiredService<Db>().InTransactionAsync(
            () => scope.GetRequiredService<IMediator>().Publish(new AccountInvited(account.Id))));
        return (await tenant.MessagesToAsync(account.Email))[^1].Paths.Single();
    }

    private static Task<Answer> RedeemAsync(TestTenant tenant, string path) =>
        tenant.Call().PostAsync("/activations/redeem", new { token = TokenOf(path), password = Password });

    private static string TokenOf(string path) => path.Split('/')[^1];
}
