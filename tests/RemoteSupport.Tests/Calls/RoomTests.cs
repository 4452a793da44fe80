using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>What a room shows and keeps: the chat, who is there, and how it goes.</summary>
public sealed class RoomTests
{
    [Fact, Trait("Behaviour", "CA-6")]
    public async Task A_line_sent_again_is_the_same_line_and_both_read_it_in_order()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var (first, second) = (CallLifeTests.NewId(tenant), CallLifeTests.NewId(tenant));
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(HttpStatusCode.Created, (await guest.PostAsync($"/calls/{call}/room/chat", new { id = first, text = " Can you see it? " })).Status);
        var said = await host.PostAsync($"/calls/{call}/chat", new { id = second, text = "Yes." });
        Assert.Equal(("host", "text", "Yes."), (Text(said.Body, "side"), Text(said.Body, "kind"), Text(said.Body, "text")));

        var lines = (await guest.GetAsync($"/calls/{call}/room/state")).Body["entries"]!.AsArray().Where(entry => Text(entry!, "kind") == "text").Select(entry => Text(entry!, "text"));
        Assert.Equal(["Can you see it?", "Yes."], lines);
    }

    [Theory, Trait("Behaviour", "CA-6")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task An_empty_line_is_refused(string? text)
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, _, call) = await tenant.InCallAsync();
        Assert.Equal("validation_failed", (await host.PostAsync($"/calls/{call}/chat", new { id = CallLifeTests.NewId(tenant), text })).Code);
        Assert.Equal("validation_failed", (await host.PostAsync($"/calls/{call}/chat", new { id = CallLifeTests.NewId(tenant), text = new string('x', 4001) })).Code);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync($"/calls/{call}/chat", new { id = CallLifeTests.NewId(tenant), text = new string('x', 4000) })).Status);
    }

    [Theory, Trait("Behaviour", "IN-2")]
    [InlineData("de", "Gast hat angerufen.")]
    [InlineData("it", "Ospite ha chiamato.")]
    [InlineData("es", "Invitado llamó.")]
    public async Task What_happened_is_told_in_the_invitations_language(string language, string sentence)
    {
        var tenant = await TestTenant.CreateAsync();
        var guest = await Guest.InvitedByAsync(tenant, await tenant.AddPartnerUserAsync(), language);
        var call = await guest.RingAsync();
        Assert.Equal(sentence, Text((await guest.GetAsync($"/calls/{call}/room/state")).Body["entries"]![0]!, "text"));
    }

    [Fact, Trait("Behaviour", "CA-1")]
    public async Task What_is_blocked_at_the_guests_is_mirrored_to_the_host()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        await guest.PostAsync($"/calls/{call}/room/stay", new { media = new { camera = "refused", microphone = "on", block = "in_app" }, device = "Instagram, iOS" });
        var other = (await host.GetAsync($"/calls/{call}/state")).Body["other"]!;
        Assert.Equal(("refused", "on", "in_app", "Instagram, iOS"), (Text(other["media"]!, "camera"), Text(other["media"]!, "microphone"), Text(other["media"]!, "block"), Text(other, "device")));

        await guest.PostAsync($"/calls/{call}/room/stay", new { media = new { camera = "on", microphone = "on" } });
        other = (await host.GetAsync($"/calls/{call}/state")).Body["other"]!;
        Assert.Equal("on", Text(other["media"]!, "camera"));
        Assert.Null(other["media"]!["block"]);
        // On which device the host sits is nothing for a guest.
        await host.PostAsync($"/calls/{call}/stay", new { media = new { camera = "off", microphone = "on" }, device = "Firefox, Linux" });
        Assert.Null((await guest.GetAsync($"/calls/{call}/room/state")).Body["other"]!["device"]);
    }

    [Fact, Trait("Behaviour", "IS-1")]
    public async Task Of_the_line_the_worst_is_kept_and_of_the_way_there_the_first()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, guest, call) = await tenant.InCallAsync();
        var room = $"/calls/{call}/room/stay";
        Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync(room, new { quality = new { rtt = 80.4, loss = 0.01, freezes = 2, relay = false, joinMs = 1900.6 }, marks = 3 })).Status);
        await guest.PostAsync(room, new { quality = new { rtt = 310, loss = 0.08, freezes = 1, relay = true, joinMs = 7 } });
        await guest.PostAsync(room, new { quality = new { rtt = 90, loss = 0.0 } });
        Assert.Equal(
            (310, 0.08f, 2, true, 1901, 3),
            await tenant.SingleAsync<(int, float, int, bool, int, int)>("select rtt_ms, loss, freezes, is_relayed, join_ms, marks from call_reports where side = 'guest'"));
        Assert.Equal("validation_failed", (await guest.PostAsync(room, new { quality = new { loss = 1.5 } })).Code);
    }

    [Fact, Trait("Behaviour", "CA-7")]
    public async Task Somebody_is_there_while_they_sit_in_the_room_and_are_heard_of()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        Assert.False(await IsGuestHereAsync(host, call));
        await using (var page = await guest.ListenAsync())
        {
            await page.EnterAsync(call);
            Assert.True(await IsGuestHereAsync(host, call));
            tenant.Now += TimeSpan.FromSeconds(44);
            Assert.True(await IsGuestHereAsync(host, call));
            tenant.Now += TimeSpan.FromSeconds(1);
            Assert.False(await IsGuestHereAsync(host, call));
            await guest.PostAsync($"/calls/{call}/room/stay", new { });
            Assert.True(await IsGuestHereAsync(host, call));
        }
    }

    [Fact, Trait("Behaviour", "CA-9")]
    public async Task The_question_after_the_call_is_answered_once()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, guest, call) = await tenant.InCallAsync();
        Assert.Null((await RateAsync(tenant, guest, 9, " Thank you ")).Refusal);
        Assert.Equal("already_decided", (await RateAsync(tenant, guest, 1, null)).Refusal!.Code);
        Assert.Equal("validation_failed", (await RateAsync(tenant, guest, 11, null)).Refusal!.Code);
        Assert.Equal((9, "Thank you"), await tenant.SingleAsync<(int, string)>("select nps_score, nps_comment from calls where id = @call", new { call }));
    }

    [Fact, Trait("Behaviour", "CA-9")]
    public async Task Who_was_never_answered_is_not_asked()
    {
        var tenant = await TestTenant.CreateAsync();
        var (_, guest, _) = await tenant.RingingAsync();
        Assert.Equal("already_decided", (await RateAsync(tenant, guest, 9, null)).Refusal!.Code);
    }

    private static async Task<Platform.Mediation.Outcome<Platform.Mediation.Done>> RateAsync(TestTenant tenant, Guest guest, int score, string? comment)
    {
        Platform.Mediation.Outcome<Platform.Mediation.Done>? outcome = null;
        await tenant.AsGuestAsync(guest, async mediator => outcome = await mediator.Send(new RemoteSupport.Features.Calls.RateCall { Score = score, Comment = comment }));
        return outcome!;
    }

    private static async Task<bool> IsGuestHereAsync(Api host, Guid call) => (await host.GetAsync($"/calls/{call}/state")).Body["other"]!["isHere"]!.GetValue<bool>();

    private static string Text(System.Text.Json.Nodes.JsonNode node, string name) => node[name]!.GetValue<string>();
}
