using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>Recording in the host's browser: asked of the guest, sent while it runs, put together by the server.</summary>
public sealed class RecordingTests
{
    [Fact, Trait("Behaviour", "CA-3"), Trait("Behaviour", "ML-1")]
    public async Task Twenty_seconds_with_the_guests_consent_become_a_film_with_picture_and_sound()
    {
        await using var call = await RunningCall.MeetAsync();
        await AgreeAsync(call);
        await call.Host.DrawAsync("arrow", (0.25, 0.3), (0.75, 0.6));
        await PiecesAsync(call, 10);
        await call.Host.Page.Locator("[data-record]").ClickAsync();
        foreach (var page in new[] { call.Host, call.Guest }) await Expect(page.RecordingMark).ToBeHiddenAsync();
        await call.LookAfterRecordingsAsync();
        foreach (var page in new[] { call.Host, call.Guest }) await Expect(page.Chat.Locator("[data-kind=recording]")).ToHaveCountAsync(1);

        var film = await Film.OfAsync(call);
        // How many pictures a second a busy machine makes is its own affair.
        Assert.True(film.Seconds >= 18, $"It lasts {film.Seconds} s.");
        Assert.True(film is { PicturePackets: > 20, SoundPackets: > 100 }, film.ToString());
        Assert.Equal(["mark", "picture"], await call.Tenant.ListAsync<string>("select distinct event->>'kind' from recording_events order by 1"));
        Assert.Empty(call.Complaints);
    }

    [Fact, Trait("Behaviour", "CA-3")]
    public async Task What_was_recorded_until_the_tab_was_killed_is_kept_and_plays()
    {
        await using var call = await RunningCall.MeetAsync();
        await AgreeAsync(call);
        await PiecesAsync(call, 4);
        await call.Host.Page.CloseAsync(new() { RunBeforeUnload = false });
        call.Tenant.Now += TimeSpan.FromSeconds(61);
        await call.LookAfterRecordingsAsync();
        await Expect(call.Guest.RecordingMark).ToBeHiddenAsync();
        await Expect(call.Guest.Chat.Locator("[data-kind=recording]")).ToHaveCountAsync(1);
        var film = await Film.OfAsync(call);
        Assert.True(film is { Seconds: > 1, PicturePackets: > 5, SoundPackets: > 20 }, film.ToString());
    }

    [Fact, Trait("Behaviour", "CA-3")]
    public async Task A_refusal_keeps_the_call_and_records_nothing()
    {
        await using var call = await RunningCall.MeetAsync("it");
        await call.Host.Page.Locator("[data-record]").ClickAsync();
        await Expect(call.Guest.Page.Locator("[data-record-question]")).ToContainTextAsync("Acconsente alla registrazione");
        await call.Guest.Page.Locator("[data-consent=no]").ClickAsync();
        await Expect(call.Host.Page.Locator("[data-said]")).ToContainTextAsync("non desidera che la chiamata venga registrata");
        await Expect(call.Host.Page.Locator("[data-record]")).ToHaveAttributeAsync("data-phase", "idle");
        Assert.Equal("refused", await call.Tenant.SingleAsync<string>("select state from recordings"));
        Assert.Equal(0, await call.Tenant.SingleAsync<int>("select count(*)::int from recording_chunks"));
        await call.Host.IsConnectedAsync();
        Assert.Empty(call.Complaints);
    }

    private static async Task AgreeAsync(RunningCall call)
    {
        await call.Host.Page.Locator("[data-record]").ClickAsync();
        await Expect(call.Guest.RecordingMark).ToBeHiddenAsync();
        await call.Guest.Page.Locator("[data-consent=yes]").ClickAsync();
        foreach (var page in new[] { call.Host, call.Guest }) await Expect(page.RecordingMark).ToBeVisibleAsync();
    }

    /// <summary>Until so many pieces of two seconds are with the server.</summary>
    private static async Task PiecesAsync(RunningCall call, int count)
    {
        for (var tries = 0; tries < 240; tries++)
        {
            if (await call.Tenant.SingleAsync<int>("select count(*)::int from recording_chunks") >= count) return;
            await Task.Delay(500);
        }

        Assert.Fail($"Not even {count} pieces came.");
    }
}
