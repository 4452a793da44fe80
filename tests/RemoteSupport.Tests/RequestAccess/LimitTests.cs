using System.Globalization;
using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>How often may be asked (RA-21).</summary>
public sealed class LimitTests
{
    [Fact, Trait("Behaviour", "RA-21")]
    public async Task An_organization_is_asked_five_times_in_a_rolling_day_by_whomever()
    {
        var steps = await AccessSteps.BeginAsync();
        for (var i = 0; i < 5; i++)
        {
            await steps.DoAsync("cancel", await steps.AskedAsync());
            steps.Tenant.Now += TimeSpan.FromMinutes(1);
        }

        var colleague = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync()).Email);
        Refused(await steps.AskAsync(by: colleague), "This organization has been asked 5 times within a day. Please wait before you ask again.", TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5));

        await steps.LeapAsync(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(10));
        Assert.Equal("rate_limited", (await steps.AskAsync()).Code);
        steps.Tenant.Now += TimeSpan.FromTicks(10);
        Assert.Equal(HttpStatusCode.Created, (await steps.AskAsync()).Status);
    }

    [Fact, Trait("Behaviour", "RA-21")]
    public async Task A_person_asks_twenty_times_in_a_rolling_day_wherever()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.Tenant.RunAsync(
            """
            insert into access_requests (id, organization_id, requester_id, state, requested_duration, created_at, lapses_at)
            select gen_random_uuid(), @elsewhere, @Id, 'cancelled', '1 hour', @Now - make_interval(hours => n), @Now
            from generate_series(4, 23) n
            """,
            new { steps.Supporter.Id, steps.Tenant.Now, elsewhere = await steps.Tenant.AddOrganizationAsync() });

        Refused(await steps.AskAsync(), "You have asked for access 20 times within a day. Please wait before you ask again.", TimeSpan.FromHours(1));
        var colleague = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync()).Email);
        Assert.Equal(HttpStatusCode.Created, (await steps.AskAsync(by: colleague)).Status);
    }

    [Fact, Trait("Behaviour", "RA-21")]
    public async Task After_a_rejection_nobody_of_the_tenant_asks_for_ten_minutes()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.DoAsync("reject", await steps.AskedAsync());
        var colleague = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync()).Email);
        Refused(await steps.AskAsync(by: colleague), "The owner has just rejected a request. You can ask again 10 minutes after the rejection.", TimeSpan.FromMinutes(10));

        steps.Tenant.Now += TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(10);
        Assert.Equal("rate_limited", (await steps.AskAsync()).Code);
        steps.Tenant.Now += TimeSpan.FromTicks(10);
        Assert.Equal(HttpStatusCode.Created, (await steps.AskAsync()).Status);
    }

    private static void Refused(Answer answer, string sentence, TimeSpan pause)
    {
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited", sentence), (answer.Status, answer.Code, answer.Detail));
        Assert.Equal(pause.TotalSeconds.ToString(CultureInfo.InvariantCulture), answer.Headers.RetryAfter!.ToString());
    }
}
