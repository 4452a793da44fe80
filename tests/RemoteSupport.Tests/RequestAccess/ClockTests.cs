using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>Half-open by the clock: valid while now is before the end, over at exactly the end; and jobs that come late or often change nothing of that.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Least = TimeSpan.FromTicks(10);

    [Fact, Trait("Behaviour", "RA-8"), Trait("Behaviour", "RA-7")]
    public async Task A_grant_is_over_at_exactly_its_end_whether_a_job_came_or_not()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("PT4H");
        await steps.LeapAsync(TimeSpan.FromHours(4) - Least);
        await steps.RunJobAsync();
        Assert.Equal("approved", await steps.StateAsync(grant));
        Assert.Equal(grant, await steps.GrantedToEnterAsync());

        steps.Tenant.Now += Least;
        Assert.Equal("expired", await steps.StateAsync(grant));
        Assert.Null(await steps.GrantedToEnterAsync());
        Assert.Equal("approved", await steps.Tenant.SingleAsync<string>("select state from access_requests"));
    }

    [Fact, Trait("Behaviour", "RA-7"), Trait("Behaviour", "RA-20")]
    public async Task A_request_lapses_at_exactly_seven_days_and_silence_is_never_consent()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.AskedAsync();
        await steps.LeapAsync(TimeSpan.FromDays(7) - Least);
        await steps.RunJobAsync();
        Assert.Equal("pending", await steps.StateAsync(id));

        steps.Tenant.Now += Least;
        Assert.Equal("lapsed", await steps.StateAsync(id));
        Assert.Null(await steps.GrantedToEnterAsync());
        Assert.Equal("already_decided", (await steps.DoAsync("approve", id)).Code);
    }

    [Fact, Trait("Behaviour", "RA-8")]
    public async Task A_late_job_writes_the_true_end_and_lengthens_nothing()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("PT4H");
        await steps.LeapAsync(TimeSpan.FromDays(2));
        var before = (await steps.AsSupporter.GetAsync("/access-requests/" + grant)).Body.ToJsonString();
        Assert.Equal(1, await steps.RunJobAsync());
        Assert.Equal(before, (await steps.AsSupporter.GetAsync("/access-requests/" + grant)).Body.ToJsonString());
        Assert.Equal(TestClock.Start.AddHours(4), await steps.Tenant.SingleAsync<DateTimeOffset>("select ended_at from access_requests where state = 'expired'"));
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task What_the_job_has_not_seen_yet_is_in_nobodys_way()
    {
        var steps = await AccessSteps.BeginAsync();
        var lapsed = await steps.AskedAsync();
        await steps.LeapAsync(TimeSpan.FromDays(7));
        var granted = await steps.GrantedAsync("PT4H");
        await steps.LeapAsync(TimeSpan.FromHours(4));
        var asked = await steps.AskedAsync();

        Assert.Equal(("lapsed", "expired", "pending"), (await steps.StateAsync(lapsed), await steps.StateAsync(granted), await steps.StateAsync(asked)));
        Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email), mail => mail.Message == "access-ended");
    }

    [Fact, Trait("Behaviour", "RA-7"), Trait("Behaviour", "RA-13")]
    public async Task The_job_can_be_repeated()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.GrantedAsync("PT4H");
        await steps.LeapAsync(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(15));
        Assert.Equal(1, await steps.RunJobAsync());
        Assert.Equal(0, await steps.RunJobAsync());
        await steps.LeapAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(1, await steps.RunJobAsync());
        Assert.Equal(0, await steps.RunJobAsync());

        Assert.Single(await steps.Tenant.MessagesToAsync(steps.Supporter.Email), mail => mail.Message == "access-ending");
        Assert.Single(await steps.Tenant.MessagesToAsync(steps.Owner.Email), mail => mail.Message == "access-ended");
        Assert.Equal(["AccessExpired"], await steps.Tenant.ListAsync<string>("select action from audit_events where actor_id is null and target_kind = 'access_request'"));
        Assert.Empty(await steps.Tenant.ListAsync<Guid>("select id from access_requests where due_at is not null"));
    }

    [Fact, Trait("Behaviour", "RA-8"), Trait("Behaviour", "TN-1")]
    public async Task Jobs_find_the_tenant_when_something_is_due_and_not_before()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.GrantedAsync("PT30M");
        Assert.Equal(TestClock.Start.AddMinutes(30), await steps.Tenant.SingleAsync<DateTimeOffset>("select due_at from access_requests"));
        var longer = await AccessSteps.BeginAsync();
        await longer.GrantedAsync("PT31M");
        Assert.Equal(TestClock.Start.AddMinutes(16), await longer.Tenant.SingleAsync<DateTimeOffset>("select due_at from access_requests"));
    }
}
