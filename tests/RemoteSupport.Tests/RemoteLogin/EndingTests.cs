using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.RemoteLogin;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Platform.Data;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RemoteLogin;

/// <summary>However a login ends: the very next request is refused, and says why.</summary>
public sealed class EndingTests
{
    [Fact, Trait("Behaviour", "RA-8")]
    public async Task At_the_end_of_the_granted_time_the_next_request_is_refused_and_not_before()
    {
        var (tenant, _, inside, _) = await InsideAsync(TimeSpan.FromMinutes(20));
        tenant.Now += TimeSpan.FromMinutes(20) - TimeSpan.FromTicks(10);
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync("/me")).Status);
        tenant.Now += TimeSpan.FromTicks(10);
        await IsOverAsync(inside, "expired");
    }

    [Fact, Trait("Behaviour", "RA-8")]
    public async Task After_the_end_nobody_enters_however_late_the_job_is()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        await tenant.AddGrantAsync(organization, supporter, TimeSpan.FromMinutes(20));
        tenant.Now += TimeSpan.FromMinutes(20);
        var api = await tenant.Call().SignInAsync(supporter.Email);
        Assert.Equal("approval_required", (await api.PostAsync($"/organizations/{organization}/remote-logins")).Code);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task Half_an_hour_without_a_request_ends_it()
    {
        var (tenant, _, inside, _) = await InsideAsync(TimeSpan.FromHours(4));
        tenant.Now += TimeSpan.FromMinutes(29);
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync("/me")).Status);
        tenant.Now += TimeSpan.FromMinutes(30);
        await IsOverAsync(inside, "idle");
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task Eight_hours_end_it_however_busy()
    {
        var (tenant, _, inside, _) = await InsideAsync(TimeSpan.FromDays(2));
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(8); passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync("/me")).Status);
            tenant.Now += TimeSpan.FromMinutes(20);
        }

        await IsOverAsync(inside, "expired");
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task It_ends_with_the_session_that_it_came_from()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var api = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var inside = tenant.Call((await api.PostAsync($"/organizations/{organization}/remote-logins")).Body["accessToken"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync("/session")).Status);
        await IsOverAsync(inside, "signed_out");
        Assert.Equal("signed_out", await tenant.SingleAsync<string>("select end_reason from remote_logins"));
    }

    [Fact, Trait("Behaviour", "RA-12")]
    public async Task Leaving_ends_it_from_inside_and_from_the_partners_side()
    {
        var (tenant, _, inside, login) = await InsideAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await inside.DeleteAsync($"/remote-logins/{login}")).Status);
        await IsOverAsync(inside, "left");

        var organization = await tenant.AddOrganizationAsync("service_provider");
        var supporter = await tenant.AddPartnerUserAsync();
        var api = await tenant.Call().SignInAsync(supporter.Email);
        var (second, secondLogin) = await tenant.EnterAsync(supporter, organization);
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync($"/remote-logins/{secondLogin}")).Status);
        await IsOverAsync(second, "left");
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync($"/remote-logins/{secondLogin}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.DeleteAsync($"/remote-logins/{login}")).Status);
    }

    [Fact, Trait("Behaviour", "RA-12")]
    public async Task Signing_out_inside_leaves_and_keeps_the_partners_session()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var api = await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        var inside = tenant.Call((await api.PostAsync($"/organizations/{organization}/remote-logins")).Body["accessToken"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await inside.DeleteAsync("/session")).Status);
        await IsOverAsync(inside, "left");
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/me")).Status);
    }

    [Theory, Trait("Behaviour", "RA-15")]
    [InlineData("owner")]
    [InlineData("admin")]
    public async Task End_now_ends_every_login_of_that_person_who_then_cannot_enter_on_this_grant_again(string role)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var ender = await tenant.AddMemberAsync(organization, role);
        if (role != "owner") await tenant.AddMemberAsync(organization, "owner");
        var (supporter, other) = (await tenant.AddPartnerUserAsync(), await tenant.AddPartnerUserAsync());
        var grant = await tenant.AddGrantAsync(organization, supporter);
        var (one, login) = await tenant.EnterAsync(supporter, organization);
        var (two, _) = await tenant.EnterAsync(supporter, organization);
        var (theirs, _) = await tenant.EnterAsync(other, organization);
        var customer = await tenant.Call().SignInAsync(ender.Email);

        Assert.Equal(HttpStatusCode.NoContent, (await customer.DeleteAsync($"/remote-logins/{login}")).Status);
        await IsOverAsync(one, "ended_by_customer");
        await IsOverAsync(two, "ended_by_customer");
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync("/me")).Status);
        var again = await (await tenant.Call().SignInAsync(supporter.Email)).PostAsync($"/organizations/{organization}/remote-logins");
        Assert.Equal((HttpStatusCode.Forbidden, "approval_required"), (again.Status, again.Code));
        Assert.Equal("The customer has ended your support session. You cannot enter again on this access.", again.Detail);
        var more = await (await tenant.Call().SignInAsync(supporter.Email)).PostAsync($"/access-requests/{grant}/extensions", new { duration = "PT1H" });
        Assert.Equal((HttpStatusCode.Forbidden, "approval_required"), (more.Status, more.Code));
        Assert.Equal(HttpStatusCode.NoContent, (await customer.DeleteAsync($"/remote-logins/{login}")).Status);
        Assert.Equal(1, await tenant.SingleAsync<long>("select count(*) from audit_events where action = 'EndRemoteLogin'"));
    }

    [Fact, Trait("Behaviour", "RA-15")]
    public async Task Where_the_service_provider_manages_coming_back_is_possible_and_mailed_to_the_owner()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var owner = await tenant.AddMemberAsync(organization, "owner");
        var supporter = await tenant.AddPartnerUserAsync();
        var (inside, login) = await tenant.EnterAsync(supporter, organization);
        Assert.Equal(HttpStatusCode.NoContent, (await (await tenant.Call().SignInAsync(owner.Email)).DeleteAsync($"/remote-logins/{login}")).Status);
        await IsOverAsync(inside, "ended_by_customer");
        Assert.Empty(await tenant.MessagesToAsync(owner.Email));
        await tenant.EnterAsync(supporter, organization);
        Assert.Equal("supporter-entered", Assert.Single(await tenant.MessagesToAsync(owner.Email)).Message);
    }

    [Theory, Trait("Behaviour", "RA-15")]
    [InlineData("member", "forbidden")]
    [InlineData("supporter", "not_found")]
    [InlineData("inside", "not_found")]
    [InlineData("another organization's owner", "not_found")]
    public async Task Nobody_else_ends_it(string who, string code)
    {
        var (tenant, organization, inside, login) = await InsideAsync();
        var api = who switch
        {
            "member" => await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization)).Email),
            "supporter" => await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email),
            "inside" => (await tenant.EnterAsync(await tenant.AddPartnerUserAsync(), organization)).Program,
            _ => await tenant.Call().SignInAsync((await tenant.AddMemberAsync(await tenant.AddOrganizationAsync(), "owner")).Email),
        };
        Assert.Equal(code, (await api.DeleteAsync($"/remote-logins/{login}")).Code);
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync("/me")).Status);
    }

    [Theory, Trait("Behaviour", "RA-8")]
    [InlineData("revoked")]
    [InlineData("returned")]
    [InlineData("expired")]
    public async Task The_end_of_the_grant_ends_all_logins_on_it(string reason)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var (supporter, other) = (await tenant.AddPartnerUserAsync(), await tenant.AddPartnerUserAsync());
        var grant = await tenant.AddGrantAsync(organization, supporter);
        var (one, two) = ((await tenant.EnterAsync(supporter, organization)).Program, (await tenant.EnterAsync(other, organization)).Program);
        await PublishAsync(tenant, new AccessEnded([grant], reason, null));
        await IsOverAsync(one, reason);
        await IsOverAsync(two, reason);
        Assert.Equal([reason, reason], await tenant.ListAsync<string>("select end_reason from remote_logins"));
    }

    [Fact, Trait("Behaviour", "RA-6")]
    public async Task A_moved_end_moves_the_logins_within_their_own_eight_hours()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        var grant = await tenant.AddGrantAsync(organization, supporter, TimeSpan.FromHours(4));
        var (inside, _) = await tenant.EnterAsync(supporter, organization);
        foreach (var (hours, expected) in new[] { (1, 1), (5, 5), (30, 8) })
        {
            await PublishAsync(tenant, new AccessMoved(grant, organization, tenant.Now.AddHours(hours)));
            Assert.Equal(tenant.Now.AddHours(expected), (await inside.GetAsync("/me")).Body["actingAs"]!["expiresAt"]!.GetValue<DateTimeOffset>());
        }
    }

    [Fact, Trait("Behaviour", "OR-5")]
    public async Task Suspension_and_another_manager_end_what_runs()
    {
        var (tenant, organization, inside, _) = await InsideAsync();
        await PublishAsync(tenant, new OrganizationSuspended(organization, null));
        await IsOverAsync(inside, "organization_suspended");
        (tenant, organization, inside, _) = await InsideAsync();
        await PublishAsync(tenant, new ManagedByChanged(organization, "customer", "service_provider", null));
        await IsOverAsync(inside, "managed_by_changed");
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_deactivated_supporter_is_out_at_once()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var supporter = await tenant.AddPartnerUserAsync();
        var (inside, _) = await tenant.EnterAsync(supporter, organization);
        await tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { supporter.Id });
        await IsOverAsync(inside, "deactivated");
    }

    [Fact, Trait("Behaviour", "RA-15")]
    public async Task The_job_records_what_only_the_clock_has_ended_and_leaves_the_rest()
    {
        var (tenant, _, idle, idleLogin) = await InsideAsync();
        var organization = await tenant.AddOrganizationAsync("service_provider");
        tenant.Now += TimeSpan.FromMinutes(20);
        var (busy, busyLogin) = await tenant.EnterAsync(await tenant.AddPartnerUserAsync(), organization);
        tenant.Now += TimeSpan.FromMinutes(15);
        for (var run = 0; run < 2; run++) await tenant.InScopeAsync(services => services.GetRequiredService<IMediator>().Send(new CloseOverLogins()));
        var rows = await tenant.ListAsync<(Guid Id, DateTime? EndedAt, string? Reason)>("select id, ended_at, end_reason from remote_logins order by id");
        Assert.Equal([(idleLogin, (DateTime?)tenant.Now.AddMinutes(-5).UtcDateTime, "idle"), (busyLogin, null, null)], rows.OrderBy(row => row.EndedAt is null));
        await IsOverAsync(idle, "idle");
        Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/me")).Status);
    }

    private static async Task<(TestTenant Tenant, Guid Organization, Api Inside, Guid Login)> InsideAsync(TimeSpan? granted = null)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        await tenant.AddGrantAsync(organization, supporter, granted);
        var (inside, login) = await tenant.EnterAsync(supporter, organization);
        return (tenant, organization, inside, login);
    }

    private static async Task IsOverAsync(Api inside, string reason)
    {
        var answer = await inside.GetAsync("/me");
        Assert.Equal((HttpStatusCode.Unauthorized, "remote_login_ended", reason), (answer.Status, answer.Code, answer.Body["reason"]?.GetValue<string>()));
    }

    private static Task PublishAsync(TestTenant tenant, INotification happened) =>
        tenant.InScopeAsync(services => services.GetRequiredService<Db>().InTransactionAsync(() => services.GetRequiredService<IMediator>().Publish(happened)));
}
