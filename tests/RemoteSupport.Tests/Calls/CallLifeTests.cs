using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Calls;
using RemoteSupport.Features.Invitations;
using RemoteSupport.Platform.Data;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>From the first ring to the end: who rings, answers, leaves and comes back, and what the clock does.</summary>
public sealed class CallLifeTests
{
    [Fact, Trait("Behaviour", "IN-5")]
    public async Task A_guest_rings_and_whoever_invited_answers()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.RingingAsync();
        Assert.Equal("ringing", await StateAsync(guest, call));
        Assert.Equal("host", (await host.GetAsync($"/calls/{call}/state")).Body["side"]!.GetValue<string>());

        tenant.Now += TimeSpan.FromSeconds(20);
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/answer")).Status);
        Assert.Equal("in_call", await StateAsync(guest, call));
        Assert.Equal(tenant.Now, await tenant.SingleAsync<DateTimeOffset>("select answered_at from calls"));
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/answer")).Status);
        Assert.Equal(["rang", "answered"], await KindsAsync(tenant, call));
    }

    [Fact, Trait("Behaviour", "IN-5")]
    public async Task Ringing_at_once_from_many_tabs_is_one_call()
    {
        var tenant = await TestTenant.CreateAsync();
        var guest = await Guest.InvitedByAsync(tenant, await tenant.AddPartnerUserAsync());
        var tabs = Enumerable.Range(0, 6).Select(_ => guest.On(tenant.Node)).ToList();
        var calls = await Task.WhenAll(tabs.Select(tab => tab.RingAsync()));
        Assert.Single(calls.Distinct());
        Assert.Equal(["rang"], await KindsAsync(tenant, calls[0]));
    }

    [Fact, Trait("Behaviour", "IN-5")]
    public async Task A_guest_who_leaves_while_it_rings_makes_a_missed_call_and_may_ring_again()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.RingingAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync($"/calls/{call}/room/hang-up")).Status);
        Assert.Equal("missed", await StateAsync(guest, call));
        Assert.Equal("call_over", (await host.PostAsync($"/calls/{call}/answer")).Code);

        var again = await guest.RingAsync();
        Assert.NotEqual(call, again);
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{again}/answer")).Status);
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task Cancelling_and_hanging_up_at_once_do_not_wait_for_each_other_in_vain()
    {
        var tenant = await TestTenant.CreateAsync();
        for (var i = 0; i < 8; i++)
        {
            var (host, guest, call) = await tenant.InCallAsync();
            var answers = await Task.WhenAll(host.PostAsync($"/calls/{call}/hang-up"), host.PostAsync($"/support-invitations/{guest.Invitation}/cancel"));
            Assert.Equal(HttpStatusCode.NoContent, answers[0].Status);
            Assert.Contains(answers[1].Status, new[] { HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.Conflict });
        }
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_guest_who_leaves_a_running_call_can_come_back_until_whoever_invited_hangs_up()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync($"/calls/{call}/room/hang-up")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync($"/calls/{call}/room/hang-up")).Status);
        Assert.Equal("in_call", await StateAsync(guest, call));
        Assert.Equal(call, await guest.RingAsync());
        Assert.Equal(["rang", "answered", "left"], await KindsAsync(tenant, call));

        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/hang-up")).Status);
        Assert.Equal("done", (await host.GetAsync($"/calls/{call}/state")).Body["state"]!.GetValue<string>());
        Assert.Equal(("done", "hung_up"), await EndAsync(tenant, call));
    }

    [Fact, Trait("Behaviour", "IN-5")]
    public async Task A_guest_not_heard_of_for_a_minute_has_missed_the_call()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, guest, call) = await tenant.RingingAsync();
        tenant.Now += TimeSpan.FromSeconds(45);
        Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync($"/calls/{call}/room/stay", new { })).Status);
        tenant.Now += TimeSpan.FromSeconds(59);
        await WorkAsync(tenant);
        Assert.Equal("ringing", await StateAsync(guest, call));
        tenant.Now += TimeSpan.FromSeconds(1);
        await WorkAsync(tenant);
        Assert.Equal(("missed", "away"), await EndAsync(tenant, call));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_call_with_nobody_in_it_for_ten_minutes_is_over()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        tenant.Now += TimeSpan.FromMinutes(9);
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/stay", new { })).Status);
        tenant.Now += TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1);
        await WorkAsync(tenant);
        Assert.Equal("in_call", await StateAsync(guest, call));
        tenant.Now += TimeSpan.FromSeconds(1);
        await WorkAsync(tenant);
        await WorkAsync(tenant);
        Assert.Equal(("done", "nobody"), await EndAsync(tenant, call));
        Assert.Equal(1, (await KindsAsync(tenant, call)).Count(kind => kind == "done"));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_link_rings_until_its_time_and_not_at_it()
    {
        var tenant = await TestTenant.CreateAsync();
        var inviter = await tenant.AddPartnerUserAsync();
        var (early, late) = (await Guest.InvitedByAsync(tenant, inviter, lifetime: TimeSpan.FromHours(1)), await Guest.InvitedByAsync(tenant, inviter, lifetime: TimeSpan.FromHours(1)));
        tenant.Now += TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1);
        await early.RingAsync();
        tenant.Now += TimeSpan.FromSeconds(1);
        var answer = await late.PostAsync("/ring");
        Assert.Equal((HttpStatusCode.Gone, "link_expired"), (answer.Status, answer.Code));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task It_does_not_ring_for_somebody_who_is_there_no_more()
    {
        var tenant = await TestTenant.CreateAsync();
        var inviter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, inviter);
        await tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { inviter.Id });
        var answer = await guest.PostAsync("/ring");
        Assert.Equal((HttpStatusCode.Gone, "cancelled"), (answer.Status, answer.Body["state"]!.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task Cancelling_the_invitation_ends_its_call_whatever_it_is_at()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, _, ringing) = await tenant.RingingAsync();
        var (host, guest, running) = await tenant.InCallAsync();
        await tenant.PublishAsync(new InvitationCancelled(await InvitationOfAsync(tenant, ringing)));
        await tenant.PublishAsync(new InvitationCancelled(await InvitationOfAsync(tenant, running)));
        Assert.Equal(("missed", "cancelled"), await EndAsync(tenant, ringing));
        Assert.Equal(("done", "cancelled"), await EndAsync(tenant, running));
        Assert.Equal("call_over", (await host.PostAsync($"/calls/{running}/chat", new { id = NewId(tenant), text = "?" })).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await guest.PostAsync($"/calls/{running}/room/chat", new { id = NewId(tenant), text = "?" })).Status);
        // Whoever has just cancelled needs no mail about it.
        Assert.Empty(await tenant.ListAsync<Guid>("select id from messages"));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_running_call_outlives_its_link()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, _, ringing) = await tenant.RingingAsync();
        var (_, _, running) = await tenant.InCallAsync();
        await tenant.PublishAsync(new InvitationExpired(await InvitationOfAsync(tenant, ringing)));
        await tenant.PublishAsync(new InvitationExpired(await InvitationOfAsync(tenant, running)));
        Assert.Equal(("missed", "expired"), await EndAsync(tenant, ringing));
        Assert.Equal("in_call", await tenant.SingleAsync<string>("select state from calls where id = @running", new { running }));
    }

    [Fact, Trait("Behaviour", "IN-5")]
    public async Task Two_who_end_a_call_at_once_end_it_once()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.RingingAsync();
        await Task.WhenAll(host.PostAsync($"/calls/{call}/hang-up"), guest.PostAsync($"/calls/{call}/room/hang-up"), WorkAsync(tenant));
        Assert.Single(await KindsAsync(tenant, call), kind => kind is "missed" or "done");
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task The_trail_holds_that_a_call_rang_was_answered_and_ended_and_nothing_of_what_was_said()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        await guest.PostAsync($"/calls/{call}/room/stay", new { });
        await guest.PostAsync($"/calls/{call}/room/chat", new { id = NewId(tenant), text = "secret" });
        await host.PostAsync($"/calls/{call}/hang-up");
        Assert.Equal(["AnswerCall", "HangUp", "RingCall"], await tenant.ListAsync<string>("select action from audit_events where target_kind = 'call' order by action"));
        Assert.DoesNotContain(await tenant.ListAsync<string>("select details::text from audit_details"), details => details.Contains("secret", StringComparison.Ordinal));
    }

    internal static Task WorkAsync(TestTenant tenant) => tenant.InScopeAsync(async services =>
        Assert.Null((await services.GetRequiredService<MediatR.IMediator>().Send(new CloseCalls())).Refusal));

    internal static Guid NewId(TestTenant tenant) => Guid.CreateVersion7(tenant.Now);

    internal static async Task<IReadOnlyList<string>> KindsAsync(TestTenant tenant, Guid call) =>
        await tenant.ListAsync<string>("select kind from call_entries where call_id = @call order by number", new { call });

    private static async Task<string> StateAsync(Guest guest, Guid call) => (await guest.GetAsync($"/calls/{call}/room/state")).Body["state"]!.GetValue<string>();

    private static Task<(string State, string Reason)> EndAsync(TestTenant tenant, Guid call) =>
        tenant.SingleAsync<(string, string)>("select state, end_reason from calls where id = @call", new { call });

    private static Task<Guid> InvitationOfAsync(TestTenant tenant, Guid call) => tenant.SingleAsync<Guid>("select invitation_id from calls where id = @call", new { call });
}

internal static class Published
{
    /// <summary>Publishes something as another slice does, in a transaction.</summary>
    public static Task PublishAsync(this TestTenant tenant, MediatR.INotification happened) => tenant.InScopeAsync(services =>
        services.GetRequiredService<Db>().InTransactionAsync(() => services.GetRequiredService<MediatR.IMediator>().Publish(happened)));
}
