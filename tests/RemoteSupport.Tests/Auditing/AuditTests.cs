using Dapper;
using Npgsql;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Auditing;

/// <summary>What the trail says of each command, and that it stays as it was written (AU-1).</summary>
public sealed class AuditTests
{
    [Fact, Trait("Behaviour", "AU-1")]
    public async Task A_sign_in_and_a_sign_out_leave_one_entry_each()
    {
        var tenant = await TestTenant.CreateAsync();
        var person = await tenant.AddPartnerUserAsync();
        await (await tenant.Call().SignInAsync(person.Email)).DeleteAsync("/session");

        var entries = await EntriesAsync(tenant);
        Assert.Equal(["SignIn", "SignOut"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal("127.0.0.1", entry.Ip));
        Assert.Equal((person.Id, "supporter", "account", (Guid?)person.Id), (entries[0].ActorId, entries[0].ActorRole, entries[0].TargetKind, entries[0].TargetId));
        Assert.Equal((person.Id, "supporter", "session"), (entries[1].ActorId, entries[1].ActorRole, entries[1].TargetKind));
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task An_unlocking_names_who_did_it_as_what_from_where_and_to_whom()
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var (owner, member) = (await tenant.AddMemberAsync(organization, "owner"), await tenant.AddMemberAsync(organization));
        await (await tenant.Call().SignInAsync(owner.Email)).PostAsync($"/users/{member.Id}/unlock");

        var entry = Assert.Single(await EntriesAsync(tenant), entry => entry.Action == "UnlockAccount");
        Assert.Equal(new Entry("UnlockAccount", owner.Id, "owner", "127.0.0.1", organization, "account", member.Id), entry);
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task A_changed_setting_stands_there_before_and_after()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        await browser.SubmitAsync(await browser.GetAsync("/locked-accounts"), "[name='on']");

        var details = await tenant.SingleAsync<string>(
            "select d.details -> 'changes' -> 'protectsKnownDevices' ->> 'before' || ' → ' || (d.details -> 'changes' -> 'protectsKnownDevices' ->> 'after') from audit_events e join audit_details d on d.event_id = e.id where e.action = 'ProtectKnownDevices'");
        Assert.Equal("false → true", details);
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task A_lock_is_in_the_trail_once()
    {
        var tenant = await TestTenant.CreateAsync();
        var person = await tenant.AddPartnerUserAsync();
        for (var i = 0; i < 7; i++) await tenant.Call().TrySignInAsync(person.Email, "not the password");

        var entry = Assert.Single(await EntriesAsync(tenant));
        Assert.Equal(("LockAccount", (Guid?)person.Id), (entry.Action, entry.TargetId));
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task What_was_refused_and_what_was_only_read_leaves_nothing()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        var before = (await EntriesAsync(tenant)).Count;

        var page = await browser.GetAsync("/locked-accounts");
        var token = page.Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        await browser.PostAsync("/locked-accounts?handler=Unlock", [KeyValuePair.Create("id", Guid.Empty.ToString()), KeyValuePair.Create("__RequestVerificationToken", token)]);

        Assert.Equal(before, (await EntriesAsync(tenant)).Count);
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task Names_stand_beside_the_entry_which_holds_their_salted_hash()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        Assert.True(await tenant.SingleAsync<bool>(
            "select e.details_hash = sha256(d.salt || convert_to(d.details::text, 'UTF8')) from audit_events e join audit_details d on d.event_id = e.id"));
    }

    [Theory, Trait("Behaviour", "AU-1")]
    [InlineData("update audit_events set action = 'Nothing'")]
    [InlineData("update audit_details set details = '{}'")]
    [InlineData("delete from audit_events")]
    [InlineData("delete from audit_details")]
    [InlineData("truncate audit_events, audit_details")]
    public async Task The_application_cannot_take_back_what_was_written(string attempt)
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        await using var connection = await tenant.Node.Database.App.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true)", new { tenant = tenant.Id.ToString() });

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(attempt));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static Task<IReadOnlyList<Entry>> EntriesAsync(TestTenant tenant) =>
        tenant.ListAsync<Entry>("select action, actor_id, actor_role, host(ip) as ip, organization_id, target_kind, target_id from audit_events order by action");

    private sealed record Entry(string Action, Guid? ActorId, string? ActorRole, string? Ip, Guid? OrganizationId, string? TargetKind, Guid? TargetId);
}
