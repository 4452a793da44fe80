using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Invitations;

public sealed class TermsTests
{
    [Fact, Trait("Behaviour", "IN-4")]
    public async Task A_person_reads_and_accepts_the_terms_once_for_each_version_of_them()
    {
        var scene = await Invited.BeginAsync();
        var (guest, page) = await scene.StartAsync(await scene.InviteAsync());
        Assert.Equal("Privacy terms", page.Heading);
        Assert.Contains("Brand " + scene.Tenant.Slug, page.Document.QuerySelector(".guest-terms")!.TextContent, StringComparison.Ordinal);
        var accepted = await guest.SubmitAsync(page, ".guest-start");
        Assert.EndsWith("/call", accepted.Path, StringComparison.Ordinal);

        // The same person under another spelling, on another device, by another invitation.
        var again = await scene.InviteAsync(Invited.Body(email: Invited.Guest.ToUpperInvariant()));
        Assert.EndsWith("/call", (await scene.StartAsync(again)).Page.Path, StringComparison.Ordinal);
        Assert.Equal("accepted", await scene.StateAsync(again));
        // Somebody else is asked, and so is the same person when the text has changed.
        Assert.EndsWith("/terms", (await scene.StartAsync(await scene.InviteAsync(Invited.Body(email: "other@shop.example")))).Page.Path, StringComparison.Ordinal);
        await OwnTermsAsync(scene.Tenant, "<p>Our own terms of {{ company }}.</p>");
        var (_, changed) = await scene.StartAsync(await scene.InviteAsync());
        Assert.Equal("Own terms", changed.Heading);
        Assert.Equal($"Our own terms of Brand {scene.Tenant.Slug}.", changed.Document.QuerySelector(".guest-terms")!.TextContent.Trim());
        Assert.Equal(1, await scene.Tenant.SingleAsync<long>("select count(*) from terms_acceptances"));
    }

    [Fact, Trait("Behaviour", "IN-4")]
    public async Task Nobody_accepts_a_text_that_was_changed_while_they_read()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var (guest, page) = await scene.StartAsync(id);
        await OwnTermsAsync(scene.Tenant, "<p>New terms.</p>");
        var again = await guest.SubmitAsync(page, ".guest-start");
        Assert.Equal((HttpStatusCode.Conflict, "New terms."), (again.Status, again.Document.QuerySelector(".guest-terms")!.TextContent.Trim()));
        Assert.Equal("opened", await scene.StateAsync(id));
        Assert.EndsWith("/call", (await guest.SubmitAsync(again, ".guest-start")).Path, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "IN-4")]
    public async Task A_tenants_text_that_closes_what_it_did_not_open_stays_in_its_place()
    {
        var scene = await Invited.BeginAsync();
        await OwnTermsAsync(scene.Tenant, "</div></main><p>Open <b>end");
        var (_, page) = await scene.StartAsync(await scene.InviteAsync());
        Assert.NotNull(page.Document.QuerySelector("main .guest-choice"));
        Assert.Null(page.Document.QuerySelector("b .guest-choice"));
    }

    [Fact, Trait("Behaviour", "IN-4")]
    public async Task Declining_ends_it_and_the_inviter_is_told_declined_at_once_and_nothing_else()
    {
        var scene = await Invited.BeginAsync();
        var id = await scene.InviteAsync();
        var inviter = scene.Tenant.Browse();
        await inviter.SignInAsync(scene.Inviter.Email);
        await using var live = await LiveSocket.OpenAsync(scene.Tenant, inviter);
        var (guest, page) = await scene.StartAsync(id);
        await live.HearAsync("invitations");
        var over = await guest.SubmitAsync(page, "form[action*='Decline']");
        await live.HearAsync("invitations");

        Assert.Equal("You have declined", over.Heading);
        Assert.Equal("declined", await scene.StateAsync(id));
        Assert.Contains("Declined", (await inviter.GetAsync("/")).Document.QuerySelector("#home-invitations")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await scene.Tenant.MessagesToAsync(scene.Inviter.Email));
        Assert.Equal(0, await scene.Tenant.SingleAsync<long>("select count(*) from terms_acceptances"));
        // Back on the way, nothing opens any more.
        Assert.Equal("You have declined", (await guest.GetAsync(page.Path)).Heading);
    }

    [Fact, Trait("Behaviour", "IN-4"), Trait("Behaviour", "CA-1")]
    public async Task Behind_the_terms_nothing_is_reached_before_they_are_accepted()
    {
        var scene = await Invited.BeginAsync();
        var (guest, page) = await scene.StartAsync(await scene.InviteAsync());
        var start = page.Path[..page.Path.LastIndexOf('/')];
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(start + "/support-invitations")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/terms")).Status);
        Assert.Equal("Privacy terms", (await guest.GetAsync(start + "/over")).Heading);
    }

    private static Task<int> OwnTermsAsync(TestTenant tenant, string html) => tenant.RunAsync(
        """
        insert into message_templates (message, channel, language, subject, html, version) values ('privacy-terms', 'page', 'en', 'Own terms', @html, 1)
        on conflict (tenant_id, message, channel, language) do update set html = excluded.html
        """,
        new { html });
}
