using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Members;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RemoteLogin;

/// <summary>A request can take long to arrive: what counts is whether its sender still may when it is done.</summary>
public sealed class LateCommandTests
{
    [Theory, Trait("Behaviour", "RA-8")]
    [InlineData("revoked")]
    [InlineData("ended_by_customer")]
    public async Task A_command_begun_before_the_end_and_finished_after_it_changes_nothing(string reason)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var owner = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
        var member = await tenant.AddMemberAsync(organization);
        var supporter = await tenant.AddPartnerUserAsync();
        var grant = await tenant.AddGrantAsync(organization, supporter);
        var api = await tenant.Call().SignInAsync(supporter.Email);
        var entered = (await api.PostAsync($"/organizations/{organization}/remote-logins")).Body;

        await AsAsync(tenant, entered["accessToken"]!.GetValue<string>(), async mediator =>
        {
            if (reason == "revoked") await owner.PostAsync($"/access-requests/{grant}/revoke", new { });
            else await owner.DeleteAsync($"/remote-logins/{entered["remoteLoginId"]}");
            var refused = Assert.IsType<RemoteLoginEnded>((await mediator.Send(new DeactivateMember(member.Id))).Refusal);
            Assert.Equal(reason, refused.Reason);
        });
        Assert.Equal("active", await tenant.SingleAsync<string>("select status from accounts where id = @Id", new { member.Id }));
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from audit_events where action = 'DeactivateMember'"));
    }

    [Fact, Trait("Behaviour", "RA-6"), Trait("Behaviour", "OR-3")]
    public async Task Whoever_was_the_owner_when_they_pressed_the_button_decides_nothing_any_more()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var (owner, next) = (await tenant.AddMemberAsync(organization, "owner"), await tenant.AddMemberAsync(organization));
        var asked = await (await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email)).PostAsync($"/organizations/{organization}/access-requests", new { duration = "PT1H" });
        var signedIn = await tenant.Call().TrySignInAsync(owner.Email, TestTenant.Password);
        var token = signedIn.Body["accessToken"]!.GetValue<string>();
        await AsAsync(tenant, token, async mediator =>
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await tenant.Call(token).PostAsync($"/organizations/{organization}/ownership", new { userId = next.Id })).Status);
            Assert.NotNull((await mediator.Send(new ApproveRequest { Id = asked.Body["id"]!.GetValue<Guid>() })).Refusal);
        });
        Assert.Equal("pending", await tenant.SingleAsync<string>("select state from access_requests"));
    }

    [Theory, Trait("Behaviour", "RA-15")]
    [InlineData("/sessions?handler=EndOthers")]
    [InlineData("/sessions?handler=End")]
    public async Task A_login_that_its_holder_ends_elsewhere_was_signed_out_and_the_customer_reads_so(string where)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var owner = await tenant.AddMemberAsync(organization, "owner");
        var supporter = await tenant.AddPartnerUserAsync();
        var (_, login) = await tenant.EnterAsync(supporter, organization);
        var elsewhere = tenant.Browse();
        await elsewhere.SignInAsync(supporter.Email);
        var form = await elsewhere.GetAsync("/sessions");
        await elsewhere.SubmitAsync(form, $"form[action='{where}'] button", ("id", login.ToString()));

        Assert.Equal("signed_out", await tenant.SingleAsync<string>("select end_reason from remote_logins"));
        var customer = tenant.Browse();
        await customer.SignInAsync(owner.Email);
        Assert.Contains("Signed out", (await customer.GetAsync("/manage/presence")).Document.QuerySelector("#login-history")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Sends operations as whoever holds the token was when the request arrived.</summary>
    private static Task AsAsync(TestTenant tenant, string token, Func<IMediator, Task> send) =>
        tenant.InScopeAsync(async services =>
        {
            var caller = services.GetRequiredService<Caller>();
            (caller.IsOperator, caller.Session) = (false, (await services.GetRequiredService<SessionStore>().FindAsync(token))!.Session);
            await send(services.GetRequiredService<IMediator>());
        });
}
