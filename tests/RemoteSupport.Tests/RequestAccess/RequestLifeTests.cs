using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>A request from asking to the end, as the API tells it.</summary>
public sealed class RequestLifeTests
{
    [Fact, Trait("Behaviour", "RA-3")]
    public async Task A_supporter_asks_with_a_duration_and_a_note_and_the_request_waits_for_seven_days()
    {
        var steps = await AccessSteps.BeginAsync();

        var asked = await steps.AskAsync("PT4H", "  Printer\r\nof the branch office  ");

        Assert.Equal(HttpStatusCode.Created, asked.Status);
        Assert.Equal($"/api/v1/access-requests/{asked.Body["id"]}", asked.Headers.Location!.OriginalString);
        Assert.Equal("pending", asked.Body["state"]!.GetValue<string>());
        Assert.Equal("PT4H", asked.Body["requestedDuration"]!.GetValue<string>());
        Assert.Equal("Printer\nof the branch office", asked.Body["note"]!.GetValue<string>());
        Assert.Equal(steps.Supporter.Name, asked.Body["requestedBy"]!["name"]!.GetValue<string>());
        Assert.Equal(TestClock.Start, asked.Body["createdAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(TestClock.Start.AddDays(7), asked.Body["lapsesAt"]!.GetValue<DateTimeOffset>());
        Assert.Null(asked.Body["expiresAt"]);
        Assert.Null(asked.Body["grantedDuration"]);
    }

    [Theory, Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-7")]
    [InlineData(null, "PT4H", 4)]
    [InlineData("PT1H", "PT1H", 1)]
    [InlineData("PT8H", "PT8H", 8)]
    public async Task The_owner_approves_shorter_or_longer_and_the_clock_starts_then(string? duration, string granted, int hours)
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.AskedAsync("PT4H");
        steps.Tenant.Now += TimeSpan.FromHours(3);

        var approved = await steps.AsOwner.PostAsync($"/access-requests/{id}/approve", duration is null ? null : new { duration });

        Assert.Equal(HttpStatusCode.OK, approved.Status);
        Assert.Equal("approved", approved.Body["state"]!.GetValue<string>());
        Assert.Equal("PT4H", approved.Body["requestedDuration"]!.GetValue<string>());
        Assert.Equal(granted, approved.Body["grantedDuration"]!.GetValue<string>());
        Assert.Equal(steps.Owner.Id, approved.Body["decidedBy"]!["id"]!.GetValue<Guid>());
        Assert.Equal(steps.Tenant.Now, approved.Body["decidedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(steps.Tenant.Now.AddHours(hours), approved.Body["expiresAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact, Trait("Behaviour", "RA-6")]
    public async Task The_owner_rejects_with_a_reason()
    {
        var steps = await AccessSteps.BeginAsync();
        var rejected = await steps.AsOwner.PostAsync($"/access-requests/{await steps.AskedAsync()}/reject", new { reason = "Not today" });
        Assert.Equal(("rejected", "Not today"), (rejected.Body["state"]!.GetValue<string>(), rejected.Body["reason"]!.GetValue<string>()));
        Assert.Equal(steps.Owner.Name, rejected.Body["decidedBy"]!["name"]!.GetValue<string>());
    }

    [Fact, Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-8")]
    public async Task The_owner_revokes_with_a_reason()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.GrantedAsync();
        steps.Tenant.Now += TimeSpan.FromMinutes(5);
        var revoked = await steps.AsOwner.PostAsync($"/access-requests/{id}/revoke", new { reason = "Done" });
        Assert.Equal(("revoked", "Done"), (revoked.Body["state"]!.GetValue<string>(), revoked.Body["reason"]!.GetValue<string>()));
        Assert.Equal(steps.Tenant.Now, revoked.Body["endedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(steps.Owner.Name, revoked.Body["endedBy"]!["name"]!.GetValue<string>());
    }

    [Fact, Trait("Behaviour", "RA-6")]
    public async Task The_owner_moves_the_end_sooner_and_later()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.GrantedAsync("PT4H");
        foreach (var end in new[] { TestClock.Start.AddMinutes(40), TestClock.Start.AddDays(7) })
        {
            var moved = await steps.AsOwner.PatchAsync("/access-requests/" + id, new { expiresAt = end });
            Assert.Equal((HttpStatusCode.OK, end), (moved.Status, moved.Body["expiresAt"]!.GetValue<DateTimeOffset>()));
        }
    }

    [Fact, Trait("Behaviour", "RA-20")]
    public async Task The_requester_gives_it_back_with_an_outcome()
    {
        var steps = await AccessSteps.BeginAsync();
        var returned = await steps.AsSupporter.PostAsync($"/access-requests/{await steps.GrantedAsync()}/return", new { outcome = "The printer prints" });
        Assert.Equal(("returned", "The printer prints"), (returned.Body["state"]!.GetValue<string>(), returned.Body["reason"]!.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "RA-10")]
    public async Task More_time_approved_before_the_end_moves_the_end_for_both_rows()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("PT1H");
        var colleague = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync()).Email);
        var more = await steps.MoreAskedAsync(grant, "PT2H", colleague);
        steps.Tenant.Now += TimeSpan.FromMinutes(59);

        var approved = await steps.AsOwner.PostAsync($"/access-requests/{more}/approve");

        Assert.Equal(grant, approved.Body["extends"]!.GetValue<string>());
        Assert.Equal(TestClock.Start.AddHours(3), approved.Body["expiresAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(TestClock.Start.AddHours(3), (await steps.AsOwner.GetAsync("/access-requests/" + grant)).Body["expiresAt"]!.GetValue<DateTimeOffset>());
        var revoked = await steps.AsOwner.PostAsync($"/access-requests/{more}/revoke");
        Assert.Equal("revoked", revoked.Body["state"]!.GetValue<string>());
        Assert.Equal("revoked", await steps.StateAsync(grant));
    }

    [Theory, Trait("Behaviour", "RA-10")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_time_approved_at_or_after_the_end_is_a_grant_of_its_own_from_then(bool jobWasThere)
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("PT1H");
        var more = await steps.MoreAskedAsync(grant, "PT2H");
        steps.Tenant.Now += TimeSpan.FromHours(1);
        if (jobWasThere) await steps.RunJobAsync();

        var approved = await steps.AsOwner.PostAsync($"/access-requests/{more}/approve");

        Assert.Equal(HttpStatusCode.OK, approved.Status);
        Assert.Null(approved.Body["extends"]);
        Assert.Equal(steps.Tenant.Now.AddHours(2), approved.Body["expiresAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal("expired", await steps.StateAsync(grant));
        Assert.Equal(more, await steps.GrantedToEnterAsync());
    }

    [Fact, Trait("Behaviour", "RA-10"), Trait("Behaviour", "RA-4")]
    public async Task More_time_ends_at_the_maximum_from_now_at_the_latest()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync("P6D");
        var more = await steps.MoreAskedAsync(grant, "P2D");
        var before = await steps.RowsAsync();

        var tooLong = await steps.AsOwner.PostAsync($"/access-requests/{more}/approve");
        Assert.Equal(("duration_out_of_range", HttpStatusCode.UnprocessableEntity), (tooLong.Code, tooLong.Status));
        Assert.Equal(before, await steps.RowsAsync());

        Assert.Equal(HttpStatusCode.OK, (await steps.AsOwner.PostAsync($"/access-requests/{more}/approve", new { duration = "P1D" })).Status);
    }

    [Fact, Trait("Behaviour", "RA-10")]
    public async Task A_second_asker_is_shown_the_pending_request_and_who_asked()
    {
        var steps = await AccessSteps.BeginAsync();
        var first = await steps.AskedAsync();
        var colleague = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync()).Email);

        var second = await steps.AskAsync(by: colleague);

        Assert.Equal((HttpStatusCode.Conflict, "request_pending"), (second.Status, second.Code));
        Assert.Equal(first, second.Body["requestId"]!.GetValue<string>());
        Assert.Equal(steps.Supporter.Name, second.Body["requestedBy"]!.GetValue<string>());
        Assert.Equal(TestClock.Start, second.Body["requestedAt"]!.GetValue<DateTimeOffset>());
        Assert.Contains(steps.Supporter.Name, second.Detail, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "RA-10")]
    public async Task While_access_is_granted_a_new_request_is_refused_and_points_at_more_time()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        var second = await steps.AskAsync();
        Assert.Equal((HttpStatusCode.Conflict, "access_active", grant), (second.Status, second.Code, second.Body["requestId"]!.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task A_change_of_who_manages_cancels_what_is_asked_and_revokes_what_is_granted()
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        var more = await steps.MoreAskedAsync(grant);
        await steps.ChangeManagedByAsync();
        Assert.Equal(("revoked", "cancelled"), (await steps.StateAsync(grant), await steps.StateAsync(more)));
        Assert.Contains(await steps.Tenant.MessagesToAsync(steps.Supporter.Email), mail => mail.Message == "access-revoked");
    }

    [Fact, Trait("Behaviour", "RA-14")]
    public async Task Each_step_is_in_the_organizations_audit_trail()
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.AsOwner.PostAsync($"/access-requests/{await steps.GrantedAsync()}/revoke");
        Assert.Equal(
            ["ApproveRequest", "RevokeAccess", "SubmitRequest"],
            await steps.Tenant.ListAsync<string>("select action from audit_events where target_kind = 'access_request' and organization_id = @Organization order by action", new { steps.Organization }));
    }
}
