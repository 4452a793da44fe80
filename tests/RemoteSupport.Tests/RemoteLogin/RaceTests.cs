using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RemoteLogin;

/// <summary>Entering, working and ending at the same moment: nobody is inside who should not be, and nothing is half done.</summary>
public sealed class RaceTests
{
    [Fact, Trait("Behaviour", "RA-15")]
    public async Task End_now_and_logging_in_at_once_leave_nobody_inside()
    {
        for (var round = 0; round < 5; round++)
        {
            var tenant = await TestTenant.CreateAsync();
            var organization = await tenant.AddOrganizationAsync();
            var owner = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
            var supporter = await tenant.AddPartnerUserAsync();
            await tenant.AddGrantAsync(organization, supporter);
            var api = await tenant.Call().SignInAsync(supporter.Email);
            var (_, login) = await tenant.EnterAsync(supporter, organization);
            await Task.WhenAll(owner.DeleteAsync($"/remote-logins/{login}"), api.PostAsync($"/organizations/{organization}/remote-logins"));
            Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from sessions where acting_as is not null and ended_at is null"));
        }
    }

    [Fact, Trait("Behaviour", "RA-8")]
    public async Task Revoking_and_logging_in_at_once_leave_nobody_inside()
    {
        for (var round = 0; round < 5; round++)
        {
            var tenant = await TestTenant.CreateAsync();
            var organization = await tenant.AddOrganizationAsync();
            var owner = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
            var supporter = await tenant.AddPartnerUserAsync();
            var grant = await tenant.AddGrantAsync(organization, supporter);
            var api = await tenant.Call().SignInAsync(supporter.Email);
            await Task.WhenAll(
                owner.PostAsync($"/access-requests/{grant}/revoke", new { }),
                api.PostAsync($"/organizations/{organization}/remote-logins"), api.PostAsync($"/organizations/{organization}/remote-logins"));
            Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from sessions where acting_as is not null and ended_at is null"));
            Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from remote_logins where ended_at is null"));
        }
    }

    [Fact, Trait("Behaviour", "RA-8")]
    public async Task A_request_in_flight_while_the_access_is_revoked_is_either_done_before_or_refused()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var owner = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
        var supporter = await tenant.AddPartnerUserAsync();
        var grant = await tenant.AddGrantAsync(organization, supporter);
        var (inside, _) = await tenant.EnterAsync(supporter, organization);
        var members = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tenant.AddMemberAsync(organization)));

        var asked = members.Select(member => inside.PatchAsync($"/members/{member.Id}", new { status = "deactivated" })).ToList();
        var revoked = await owner.PostAsync($"/access-requests/{grant}/revoke", new { });
        var answers = await Task.WhenAll(asked);

        Assert.Equal(HttpStatusCode.OK, revoked.Status);
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.OK || answer.Code == "remote_login_ended", answer.Body.ToJsonString()));
        Assert.Equal(
            answers.Count(answer => answer.Status == HttpStatusCode.OK), (int)await tenant.SingleAsync<long>("select count(*) from accounts where status = 'deactivated'"));
        var after = await inside.GetAsync("/me");
        Assert.Equal(("remote_login_ended", "revoked"), (after.Code, after.Body["reason"]?.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task The_end_and_logging_in_at_once_let_nobody_in()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        await tenant.AddGrantAsync(organization, supporter, TimeSpan.FromMinutes(20));
        var api = await tenant.Call().SignInAsync(supporter.Email);
        tenant.Now += TimeSpan.FromMinutes(20);
        var close = tenant.InScopeAsync(services => services.GetRequiredService<IMediator>().Send(new CloseOver()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.PostAsync($"/organizations/{organization}/remote-logins")));
        await close;
        Assert.All(answers, answer => Assert.Equal("approval_required", answer.Code));
        Assert.Equal("expired", await tenant.SingleAsync<string>("select state from access_requests"));
    }
}
