using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>Two at once: exactly one wins, and the other is told (RA-7, RA-10).</summary>
public sealed class RaceTests
{
    public static TheoryData<string, string> Pairs => new() { { "approve", "reject" }, { "approve", "cancel" }, { "approve", "approve" }, { "reject", "reject" }, { "reject", "cancel" } };

    [Theory, MemberData(nameof(Pairs)), Trait("Behaviour", "RA-7")]
    public async Task Of_two_decisions_at_once_exactly_one_wins(string one, string other)
    {
        for (var round = 0; round < 4; round++)
        {
            var steps = await AccessSteps.BeginAsync();
            var id = await steps.AskedAsync();

            var answers = await Task.WhenAll(steps.DoAsync(one, id), steps.DoAsync(other, id));

            OneWins(answers, HttpStatusCode.OK, "already_decided");
            Assert.Equal(answers.Single(answer => answer.Code is null).Body["state"]!.GetValue<string>(), await steps.StateAsync(id));
        }
    }

    [Fact, Trait("Behaviour", "RA-10")]
    public async Task Of_many_requests_at_once_exactly_one_is_made()
    {
        for (var round = 0; round < 4; round++)
        {
            var steps = await AccessSteps.BeginAsync();
            var colleague = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync()).Email);
            OneWins(await Task.WhenAll(Enumerable.Range(0, 6).Select(i => steps.AskAsync(by: i % 2 == 0 ? colleague : null))), HttpStatusCode.Created, "request_pending");
            Assert.Equal(1, await steps.Tenant.SingleAsync<long>("select count(*) from access_requests"));
            Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email));
        }
    }

    [Theory, Trait("Behaviour", "RA-7")]
    [InlineData("revoke", "return")]
    [InlineData("revoke", "revoke")]
    public async Task Access_ends_once(string one, string other)
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.GrantedAsync();
        OneWins(await Task.WhenAll(steps.DoAsync(one, id), steps.DoAsync(other, id)), HttpStatusCode.OK, "already_decided");
        Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email), mail => mail.Message == "access-ended");
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task More_time_and_a_revocation_at_once_leave_no_access_half_open()
    {
        for (var round = 0; round < 4; round++)
        {
            var steps = await AccessSteps.BeginAsync();
            var grant = await steps.GrantedAsync();
            var more = await steps.MoreAskedAsync(grant);

            var answers = await Task.WhenAll(steps.DoAsync("revoke", grant), steps.DoAsync("approve", more));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Equal("revoked", await steps.StateAsync(grant));
            // Approved first, it shares the grant's fate; approved afterwards, it is a grant of its own.
            var after = (await steps.AsOwner.GetAsync("/access-requests/" + more)).Body;
            Assert.Equal(after["extends"] is null ? "approved" : "revoked", after["state"]!.GetValue<string>());
        }
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task Jobs_at_once_and_decisions_meanwhile_close_each_grant_once()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("PT1H");
        await steps.LeapAsync(TimeSpan.FromHours(1));

        await Task.WhenAll(steps.RunJobAsync(), steps.RunJobAsync(), steps.DoAsync("revoke", grant), steps.AskAsync());

        await steps.RunJobAsync();
        Assert.Equal("expired", await steps.StateAsync(grant));
        Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email), mail => mail.Message == "access-ended");
    }

    private static void OneWins(Answer[] answers, HttpStatusCode won, string lost)
    {
        Assert.Equal(won, Assert.Single(answers, answer => answer.Code is null).Status);
        Assert.All(answers.Where(answer => answer.Code is not null), answer => Assert.Equal((HttpStatusCode.Conflict, lost), (answer.Status, answer.Code)));
    }
}
