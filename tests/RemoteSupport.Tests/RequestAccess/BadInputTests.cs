using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>Bad input and faults, each with its code and sentence, and nothing changed.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string?> BadDurations =>
        ["", "PT0S", "PT59S", "-PT1H", "PT-1H", "P1M", "P1Y", "P1W", "P7DT1S", "PT169H", "P8D", "4h", "PT", "P", "P1DT", "PT1H ", "pt1h", "PT1.5H", "PT999999999999H", "P999999999D", "٤", null];

    [Theory, MemberData(nameof(BadDurations)), Trait("Behaviour", "RA-4")]
    public async Task A_duration_that_is_none_or_out_of_range_is_refused_at_its_field(string? duration)
    {
        var steps = await AccessSteps.BeginAsync();
        await RefusedAsync(steps, await steps.AskAsync(duration!), "duration_out_of_range", "duration", "Choose a duration from 1 minute to 7 days.");

        var id = await steps.AskedAsync();
        if (duration is not null) await RefusedAsync(steps, await steps.DoAsync("approve", id, new { duration }), "duration_out_of_range", "duration", "Choose a duration from 1 minute to 7 days.");
        var grant = AccessSteps.IdOf(await steps.DoAsync("approve", id));
        await RefusedAsync(steps, await steps.DoAsync("extensions", grant, new { duration }), "duration_out_of_range", "duration", "Choose a duration from 1 minute to 7 days.");
    }

    [Theory, Trait("Behaviour", "RA-4")]
    [InlineData("PT1M", "PT1M")]
    [InlineData("PT90M", "PT1H30M")]
    [InlineData("PT168H", "P7D")]
    [InlineData("P1DT2H3M4S", "P1DT2H3M4S")]
    [InlineData("PT60S", "PT1M")]
    public async Task Days_hours_minutes_and_seconds_are_taken_from_one_minute_to_the_maximum(string duration, string kept)
    {
        var steps = await AccessSteps.BeginAsync();
        Assert.Equal(kept, (await steps.AskAsync(duration)).Body["requestedDuration"]!.GetValue<string>());
    }

    [Fact, Trait("Behaviour", "RA-4")]
    public async Task The_owner_is_bound_by_the_tenants_maximum_too()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.AskedAsync("P3D");
        await steps.LowerMaximumAsync("1 day");
        await RefusedAsync(steps, await steps.DoAsync("approve", id), "duration_out_of_range", "duration", "Choose a duration from 1 minute to 1 day.");
        Assert.Equal(HttpStatusCode.OK, (await steps.DoAsync("approve", id, new { duration = "P1D" })).Status);
    }

    [Theory, Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-4")]
    [InlineData("2026-03-10T09:00:00Z")]
    [InlineData("2026-03-10T08:59:59Z")]
    [InlineData("2026-03-17T09:00:01Z")]
    [InlineData("2026-03-10T12:00:00")]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_end_that_is_over_too_late_or_unreadable_is_refused_at_its_field(string? expiresAt)
    {
        var steps = await AccessSteps.BeginAsync();
        var grant = await steps.GrantedAsync();
        await RefusedAsync(steps, await steps.DoAsync("end", grant, new { expiresAt }), "duration_out_of_range", "expiresAt", "Choose an end in the future, at most 7 days from now.");
    }

    [Theory, Trait("Behaviour", "RA-4"), Trait("Behaviour", "RA-6"), Trait("Behaviour", "RA-20")]
    [InlineData("note", "The note can have 1,000 characters at most.")]
    [InlineData("reject", "The reason can have 1,000 characters at most.")]
    [InlineData("revoke", "The reason can have 1,000 characters at most.")]
    [InlineData("return", "The outcome can have 1,000 characters at most.")]
    public async Task What_is_written_beside_it_has_a_thousand_characters_at_most(string where, string sentence)
    {
        var steps = await AccessSteps.BeginAsync();
        var id = where switch { "note" => "", "reject" => await steps.AskedAsync(), _ => await steps.GrantedAsync() };
        Task<Answer> Try(string text) => where == "note" ? steps.AskAsync(note: text) : steps.DoAsync(where, id, where == "return" ? new { outcome = text } : new { reason = text });

        await RefusedAsync(steps, await Try(new string('è', 1001)), "validation_failed", where switch { "note" => "note", "return" => "outcome", _ => "reason" }, sentence);
        Assert.Contains((await Try(new string('è', 1000))).Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Created]);
    }

    [Fact, Trait("Behaviour", "RA-20")]
    public async Task An_outcome_is_one_line()
    {
        var steps = await AccessSteps.BeginAsync();
        await RefusedAsync(steps, await steps.DoAsync("return", await steps.GrantedAsync(), new { outcome = "One\nTwo" }), "validation_failed", "outcome", "The outcome is one line of text.");
    }

    [Fact, Trait("Behaviour", "RA-3")]
    public async Task Text_that_no_table_can_keep_is_kept_without_what_is_broken()
    {
        var steps = await AccessSteps.BeginAsync();
        var asked = await steps.AsSupporter.SendRawAsync(HttpMethod.Post, $"/organizations/{steps.Organization}/access-requests", """{"duration":"PT1H","note":"a\u0000b"}""");
        Assert.Equal((HttpStatusCode.Created, "a\ufffdb"), (asked.Status, asked.Body["note"]!.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task Unknown_fields_and_what_is_no_JSON_are_refused()
    {
        var steps = await AccessSteps.BeginAsync();
        foreach (var body in new[] { """{"duration":"PT1H","organizationId":"x"}""", "{", "[]" })
            Assert.Equal("malformed", (await steps.AsSupporter.SendRawAsync(HttpMethod.Post, $"/organizations/{steps.Organization}/access-requests", body)).Code);
        Assert.Equal("", await steps.RowsAsync());
    }

    [Fact, Trait("Behaviour", "RA-2")]
    public async Task Where_the_service_provider_manages_there_is_nothing_to_ask_for()
    {
        var steps = await AccessSteps.BeginAsync(managedBy: "service_provider");
        await RefusedAsync(steps, await steps.AskAsync(), "managed_by_service_provider", null, "This organization is managed by the service provider: log in to support at once, there is nothing to ask for.");
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task Of_a_suspended_organization_nobody_asks_but_what_is_open_can_be_decided()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.AskedAsync();
        await steps.Tenant.RunAsync("update organizations set status = 'suspended' where id = @Organization", new { steps.Organization });
        Assert.Equal(HttpStatusCode.OK, (await steps.DoAsync("cancel", id)).Status);
        await RefusedAsync(steps, await steps.AskAsync(), "organization_suspended", null, "This organization is suspended. Nobody can enter it at the moment.");
    }

    [Theory, Trait("Behaviour", "RA-5")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_an_owner_who_could_decide_nobody_asks(bool hadOne)
    {
        var steps = await AccessSteps.BeginAsync();
        await steps.Tenant.RunAsync(
            hadOne ? "update accounts set status = 'deactivated' where id = @Id" : "update accounts set role = 'admin' where id = @Id", new { steps.Owner.Id });
        await RefusedAsync(steps, await steps.AskAsync(), "owner_missing", null, "This organization has no active owner who could decide.");
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task Approving_what_a_deactivated_person_asked_changes_nothing()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.AskedAsync();
        await steps.Tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { steps.Supporter.Id });
        await RefusedAsync(steps, await steps.DoAsync("approve", id), "changed_meanwhile", null, "Whoever asked for this access is no longer active. Nothing was changed.");
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task Only_who_asked_withdraws()
    {
        var steps = await AccessSteps.BeginAsync();
        var id = await steps.AskedAsync();
        var colleague = await steps.Tenant.Call().SignInAsync((await steps.Tenant.AddPartnerUserAsync("admin")).Email);
        await RefusedAsync(steps, await colleague.PostAsync($"/access-requests/{id}/cancel"), "requester_only", null, "Only the person who asked can withdraw this request.");
    }

    [Theory, Trait("Behaviour", "RA-7")]
    [InlineData("en", "already rejected this request on 10 Mar 2026, 10:00 (Europe/Rome).")]
    [InlineData("it", "ha già rifiutato questa richiesta il 10 mar 2026, 10:00 (Europe/Rome).")]
    [InlineData("es", "ya rechazó esta solicitud el 10 mar 2026, 10:00 (Europe/Rome).")]
    [InlineData("de", "hat diese Anforderung bereits abgelehnt: 10. März 2026, 10:00 (Europe/Rome).")]
    public async Task A_late_decision_says_who_decided_what_and_when_in_the_readers_language_and_zone(string language, string sentence)
    {
        var steps = await AccessSteps.BeginAsync(ownerLanguage: language);
        var id = await steps.AskedAsync();
        await steps.DoAsync("reject", id);
        steps.Tenant.Now += TimeSpan.FromHours(1);
        var late = await steps.DoAsync("approve", id);
        Assert.Equal("already_decided", late.Code);
        Assert.EndsWith(sentence, late.Detail, StringComparison.Ordinal);
        Assert.StartsWith(steps.Owner.Name, late.Detail, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "AP-1")]
    [InlineData("?state=open", 422)]
    [InlineData("?limit=0", 422)]
    [InlineData("?cursor=x", 400)]
    [InlineData("?organizationId=x", 400)]
    public async Task A_list_that_makes_no_sense_is_refused(string query, int status)
    {
        var steps = await AccessSteps.BeginAsync();
        Assert.Equal(status, (int)(await steps.AsSupporter.GetAsync("/access-requests" + query)).Status);
    }

    private static async Task RefusedAsync(AccessSteps steps, Answer answer, string code, string? field, string sentence)
    {
        Assert.Equal((code, field), (answer.Code, answer.Body["errors"]?.AsObject().Single().Key));
        Assert.Equal(sentence, field is null ? answer.Detail : answer.Body["errors"]![field]![0]!.GetValue<string>());
        Assert.Empty(await steps.Tenant.ListAsync<Guid>("select id from access_requests where decided_at > @Now or ended_at > @Now", new { steps.Tenant.Now }));
        Assert.DoesNotContain("rejected", await steps.RowsAsync(), StringComparison.Ordinal);
    }
}
