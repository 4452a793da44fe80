using System.Net;
using RemoteSupport.Features.Calls;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Invitations;

public sealed class GuestLinkTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory, Trait("Behaviour", "IN-2")]
    [InlineData("en", "would like to help you by video", "Privacy terms")]
    [InlineData("it", "vorrebbe aiutarLa in video", "Informativa sulla privacy")]
    [InlineData("es", "desea ayudarle por video", "Política de privacidad")]
    [InlineData("de", "möchte Ihnen per Video helfen", "Datenschutzbestimmungen")]
    public async Task Landing_and_terms_speak_the_invitations_language_whatever_the_browser_wants(string language, string heading, string terms)
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync(Invited.Body(language: language));
        var guest = scene.Tenant.Browse(language == "en" ? "de" : "en");

        var landing = await guest.GetAsync(scene.PathOf(id));
        Assert.Contains(heading, landing.Heading, StringComparison.Ordinal);
        Assert.Contains(scene.Inviter.Name, landing.Heading, StringComparison.Ordinal);
        Assert.Equal(language, landing.Document.DocumentElement.GetAttribute("lang"));
        var next = await guest.SubmitAsync(landing, ".guest-start");
        Assert.Equal((terms, language), (next.Heading, next.Document.DocumentElement.GetAttribute("lang")));
        await scene.AsInviter.PostAsync($"/support-invitations/{id}/cancel");
        Assert.Equal(language, (await guest.GetAsync(scene.PathOf(id))).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language, (await guest.GetAsync(next.Path)).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact, Trait("Behaviour", "IN-2")]
    public async Task An_inviter_who_tries_the_link_in_their_own_browser_sees_what_the_guest_sees()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync(Invited.Body(language: "it"));
        var browser = scene.Tenant.Browse();
        await browser.SignInAsync(scene.Inviter.Email);
        var landing = await browser.GetAsync(scene.PathOf(id));
        Assert.Equal("it", landing.Document.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("/terms", (await browser.SubmitAsync(landing, ".guest-start")).Path, StringComparison.Ordinal);
        Assert.StartsWith("Hello", (await browser.GetAsync("/")).Heading, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "IN-7"), Trait("Behaviour", "AC-11")]
    public async Task A_scanner_that_opens_every_link_by_GET_and_HEAD_burns_nothing_and_nothing_counts_as_opened()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var before = await SnapshotAsync(scene.Tenant);
        var scanner = scene.Tenant.Browse();
        foreach (var path in new[] { scene.PathOf(id), scene.PathOf(id) + "?handler=Opened", scene.PathOf(id) + "/", scene.PathOf(id) + "?handler=Start" })
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
                using (await scanner.SendOnceAsync(method, path)) { }
        Assert.Equal(before, await SnapshotAsync(scene.Tenant));
        Assert.Equal("queued", await scene.StateAsync(id));

        var (_, page) = await scene.StartAsync(id);
        Assert.Equal("Privacy terms", page.Heading);
        Assert.Equal("opened", await scene.StateAsync(id));
    }

    [Fact, Trait("Behaviour", "IN-7")]
    public async Task A_page_in_sight_for_two_seconds_counts_as_opened_once()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var guest = scene.Tenant.Browse();
        var landing = await guest.GetAsync(scene.PathOf(id));
        var form = landing.Document.QuerySelector("form[data-opened]")!;
        var fields = form.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!)).ToList();
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync(form.GetAttribute("data-opened")!, fields)).Status);

        Assert.Equal("opened", await scene.StateAsync(id));
        Assert.Equal(["created", "opened"], await scene.StepsAsync(id));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task The_token_is_kept_as_a_hash_only_and_its_page_tells_nobody_where_one_came_from()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var token = scene.PathOf(id)["/join/".Length..];
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token)), await scene.Tenant.SingleAsync<byte[]>("select token_hash from support_invitations"));
        var dump = await scene.Tenant.ListAsync<string>("select i::text from support_invitations i union all select m::text from messages m union all select d::text from audit_details d");
        Assert.All(dump, row => Assert.DoesNotContain(token, row, StringComparison.Ordinal));
        using var answer = await scene.Tenant.Browse().SendOnceAsync(HttpMethod.Get, scene.PathOf(id));
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_second_device_takes_over_and_the_first_can_take_it_back()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var (first, firstBase) = await scene.EnterAsync(id);
        var (second, secondBase) = await scene.EnterAsync(id);

        var over = await first.GetAsync(firstBase + "/terms");
        Assert.Equal(("This call is open on another device", HttpStatusCode.Gone), (over.Heading, over.Status));
        var back = await first.SubmitAsync(over, ".guest-start");
        Assert.NotEqual(firstBase, back.Path[..back.Path.LastIndexOf('/')]);
        Assert.EndsWith("/call", back.Path, StringComparison.Ordinal);
        Assert.Equal("This call is open on another device", (await second.GetAsync(secondBase + "/terms")).Heading);
        // Nobody else's browser is let in by the address.
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Tenant.Browse().GetAsync(secondBase + "/terms")).Status);
    }

    [Theory, Trait("Behaviour", "IN-6")]
    [InlineData("cancelled", "This invitation was cancelled")]
    [InlineData("expired", "This invitation has expired")]
    [InlineData("declined", "You have declined")]
    [InlineData("done", "This call is over")]
    public async Task Every_dead_end_has_words_of_its_own_on_the_link_and_on_the_device_that_was_in(string state, string heading)
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var (guest, page) = await scene.StartAsync(id);
        switch (state)
        {
            case "cancelled": await scene.AsInviter.PostAsync($"/support-invitations/{id}/cancel"); break;
            case "expired": scene.Later(TimeSpan.FromDays(1)); break;
            case "declined": Assert.Equal(heading, (await guest.SubmitAsync(page, "form[action*='Decline']")).Heading); break;
            default: await scene.TellAsync(new CallDone(id, id, scene.Tenant.Now, "hung_up")); break;
        }

        var dead = await scene.Tenant.Browse().GetAsync(scene.PathOf(id));
        Assert.Equal((heading, HttpStatusCode.Gone), (dead.Heading, dead.Status));
        Assert.Null(dead.Document.QuerySelector(".guest-start"));
        if (state != "done") Assert.Equal(heading, (await guest.GetAsync(page.Path)).Heading);
        Assert.Equal(state, await scene.StateAsync(id));
    }

    [Fact, Trait("Behaviour", "IN-6"), Trait("Behaviour", "TN-2")]
    public async Task An_unknown_link_and_another_tenants_say_the_same()
    {
        var (scene, other) = (await Invited.BeginAsync(), await Invited.BeginAsync());
        var id = await other.InviteAsync();
        var theirs = await scene.Tenant.Browse().GetAsync(other.PathOf(id));
        var made = await scene.Tenant.Browse().GetAsync("/join/" + new string('A', 43));
        var broken = await scene.Tenant.Browse().GetAsync("/join/x");
        Assert.All(new[] { theirs, made, broken }, page => Assert.Equal((HttpStatusCode.NotFound, "We do not know this link"), (page.Status, page.Heading)));
        Assert.Equal("queued", await other.StateAsync(id));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task The_link_is_valid_until_its_moment_and_not_at_it_with_or_without_the_job()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var until = await scene.Tenant.SingleAsync<DateTimeOffset>("select expires_at from support_invitations");
        scene.Later(until - scene.Tenant.Now - Second);
        Assert.Equal(HttpStatusCode.OK, (await scene.Tenant.Browse().GetAsync(scene.PathOf(id))).Status);
        scene.Later(Second);
        Assert.Equal("This invitation has expired", (await scene.Tenant.Browse().GetAsync(scene.PathOf(id))).Heading);
        Assert.Equal("expired", await scene.StateAsync(id));

        await scene.ExpireAsync();
        await scene.ExpireAsync();
        Assert.Equal(["created", "expired"], await scene.StepsAsync(id));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_running_call_outlives_the_link_and_with_its_end_the_invitation_is_done()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var (guest, start) = await scene.EnterAsync(id);
        var call = Guid.CreateVersion7(scene.Tenant.Now);
        await scene.TellAsync(new CallRang(call, id, scene.Tenant.Now));
        Assert.Equal("ringing", await scene.StateAsync(id));
        await scene.Later(Second).TellAsync(new CallAnswered(call, id, scene.Tenant.Now));
        Assert.Equal("in_call", await scene.StateAsync(id));

        await scene.Later(TimeSpan.FromHours(24) - Second).ExpireAsync();
        Assert.Equal("in_call", await scene.StateAsync(id));
        // Coming back works, on this device and by the link.
        Assert.EndsWith("/call", (await guest.GetAsync(start + "/terms")).Path, StringComparison.Ordinal);
        Assert.EndsWith("/call", (await scene.StartAsync(id)).Page.Path, StringComparison.Ordinal);

        await scene.TellAsync(new CallDone(call, id, scene.Tenant.Now, "hung_up"));
        Assert.Equal("This call is over", (await scene.Tenant.Browse().GetAsync(scene.PathOf(id))).Heading);
        Assert.Equal("done", await scene.Tenant.SingleAsync<string>("select end_reason from passes where end_reason <> 'taken_over'"));
    }

    [Fact, Trait("Behaviour", "IN-5")]
    public async Task A_missed_call_is_told_in_the_story_and_leaves_the_link_open()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var call = Guid.CreateVersion7(scene.Tenant.Now);
        await scene.TellAsync(new CallRang(call, id, scene.Tenant.Now));
        await scene.TellAsync(new CallMissed(call, id, scene.Tenant.Now, "away"));
        Assert.Equal(["created", "called", "missed"], await scene.StepsAsync(id));
        Assert.Equal(HttpStatusCode.OK, (await scene.Tenant.Browse().GetAsync(scene.PathOf(id))).Status);
    }

    [Fact, Trait("Behaviour", "IN-7")]
    public async Task Cancelling_twice_is_once_and_what_is_over_is_not_sent_again()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var answers = await Task.WhenAll(scene.AsInviter.PostAsync($"/support-invitations/{id}/cancel"), scene.AsInviter.PostAsync($"/support-invitations/{id}/cancel"));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "cancelled"), (answer.Status, answer.Body["state"]!.GetValue<string>())));
        Assert.Equal(["created", "cancelled"], await scene.StepsAsync(id));
        var refused = await scene.AsInviter.PostAsync($"/support-invitations/{id}/resend");
        Assert.Equal((HttpStatusCode.Conflict, "invitation_over"), (refused.Status, refused.Code));
    }

    [Fact, Trait("Behaviour", "IN-7")]
    public async Task Sending_again_sends_the_same_link_once_however_often_it_is_pressed()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        await scene.AsInviter.PostAsync($"/support-invitations/{id}/resend");
        Assert.Single(await scene.Tenant.MessagesToAsync(Invited.Guest));

        await scene.Tenant.RunAsync("update messages set state = 'failed', due_at = null, last_error = 'No such mailbox' where tenant_id = @Id", new { scene.Tenant.Id });
        Assert.Equal("failed", await scene.StateAsync(id));
        await Task.WhenAll(scene.AsInviter.PostAsync($"/support-invitations/{id}/resend"), scene.AsInviter.PostAsync($"/support-invitations/{id}/resend"));
        var mails = await scene.Tenant.MessagesToAsync(Invited.Guest);
        Assert.Equal(2, mails.Count);
        Assert.Equal(mails[0].Paths, mails[1].Paths);
        Assert.Equal("queued", await scene.StateAsync(id));
        Assert.Equal(["created", "failed", "resent"], await scene.StepsAsync(id));
    }

    private static async Task<string> SnapshotAsync(TestTenant tenant) => string.Join('\n', await tenant.ListAsync<string>(
        "select i::text from support_invitations i union all select e::text from support_invitation_events e union all select p::text from passes p union all select a::text from audit_events a order by 1"));
}
