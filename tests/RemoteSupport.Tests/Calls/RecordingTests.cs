using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Calls.Recordings;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>Recordings: asked for, agreed to, uploaded in pieces, and put together (CA-3).</summary>
[Trait("Behaviour", "CA-3")]
public sealed class RecordingTests
{
    [Fact]
    public async Task A_recording_in_pieces_becomes_a_film_that_plays_seeks_and_stands_in_history_and_library()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var id = await BeginAsync(host, guest, call);
        var pieces = Cut(await Films.WebmAsync());
        for (var number = 0; number < pieces.Count; number++) Assert.Equal(HttpStatusCode.NoContent, (await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/{number}", pieces[number])).Status);
        // Sent again, it is the same.
        Assert.Equal(HttpStatusCode.NoContent, (await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/1", pieces[1])).Status);
        Assert.Equal(("running", pieces.Count), await ProgressAsync(host, call, id));
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/recordings/{id}/finish", new { chunks = pieces.Count })).Status);
        Assert.Equal("joining", (await ProgressAsync(host, call, id)).State);
        await LookAfterAsync(tenant);

        var entry = (await guest.GetAsync($"/calls/{call}/room/state")).Body["entries"]!.AsArray().Single(one => Text(one!, "kind") == "recording")!;
        var media = Text(entry["media"]!, "id");
        var item = (await host.GetAsync($"/media/{media}")).Body;
        Assert.Equal(("video", "video/webm", $"{Guest.Invitee} 2026-03-10 10.00.webm", true, true),
            (Text(item, "kind"), Text(item, "mediaType"), Text(item, "name"), item["isSeekable"]!.GetValue<bool>(), item["hasThumbnail"]!.GetValue<bool>()));
        Assert.InRange(item["durationMs"]!.GetValue<int>(), 5_500, 6_500);
        var (seconds, streams) = await Films.ProbeAsync((await host.FetchAsync($"/media/{media}/content")).Content);
        Assert.InRange(seconds, 5.5, 6.5);
        Assert.Equal("audio video", streams);
        Assert.Null((await host.GetAsync($"/calls/{call}/state")).Body["recording"]);
        Assert.Empty(await tenant.ListAsync<int>("select number from recording_chunks"));
        Assert.NotNull(await tenant.SingleAsync<DateTimeOffset?>("select consented_at from recordings"));
    }

    [Fact]
    public async Task A_refusal_keeps_the_call_and_records_nothing()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var id = await AskAsync(host, call);
        Assert.Equal("asking", Text((await guest.GetAsync($"/calls/{call}/room/state")).Body["recording"]!, "state"));
        // Nobody but the guest agrees for the guest, and before that nothing is taken.
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync($"/calls/{call}/recordings/{id}/consent", new { accepted = true })).Status);
        Assert.Equal("not_recording", (await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/0", [1, 2, 3])).Code);
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync($"/calls/{call}/room/recordings/{id}/consent", new { accepted = false })).Status);
        Assert.Equal("not_recording", (await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/0", [1, 2, 3])).Code);
        Assert.Equal("refused", (await ProgressAsync(host, call, id)).State);
        Assert.Equal("in_call", Text((await host.GetAsync($"/calls/{call}/state")).Body, "state"));
        Assert.Equal("not_recording", (await guest.PostAsync($"/calls/{call}/room/recordings/{id}/consent", new { accepted = true })).Code);
    }

    [Fact]
    public async Task A_killed_tab_keeps_what_it_had_sent_until_then()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var id = await BeginAsync(host, guest, call);
        var pieces = Cut(await Films.WebmAsync());
        // The last of these is behind a gap: it cannot be used.
        foreach (var number in new[] { 0, 1, 2, 4 }) await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/{number}", pieces[number]);
        Assert.Equal(("running", 3), await ProgressAsync(host, call, id));
        tenant.Now += TimeSpan.FromSeconds(59);
        await LookAfterAsync(tenant);
        Assert.Equal("running", await tenant.SingleAsync<string>("select state from recordings"));
        tenant.Now += TimeSpan.FromSeconds(1);
        await LookAfterAsync(tenant);
        Assert.Equal("done", await tenant.SingleAsync<string>("select state from recordings"));
        var (duration, isSeekable) = await tenant.SingleAsync<(int, bool)>("select duration_ms, is_seekable from media_items");
        Assert.True(isSeekable);
        Assert.InRange(duration, 500, 5_900);
        Assert.Equal("not_recording", (await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/3", pieces[3])).Code);
    }

    [Fact]
    public async Task A_node_that_dies_while_it_joins_leaves_it_to_another_and_two_make_one_film()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var id = await BeginAsync(host, guest, call);
        await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/0", await Films.WebmAsync());
        // A recorder may hand out nothing, too.
        Assert.Equal(HttpStatusCode.NoContent, (await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/1", [])).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/recordings/{id}/finish", new { chunks = 2 })).Status);
        // As a node leaves it that took the lease and was killed.
        await tenant.RunAsync("update recordings set due_at = @until where tenant_id = @Id", new { until = tenant.Now.AddMinutes(10), tenant.Id });
        await LookAfterAsync(tenant);
        Assert.Equal("joining", await tenant.SingleAsync<string>("select state from recordings"));
        tenant.Now += TimeSpan.FromMinutes(10);
        await LookAfterAsync(tenant);
        Assert.Equal("done", await tenant.SingleAsync<string>("select state from recordings"));
        await LookAfterAsync(tenant);
        Assert.Equal((1, 1), (await tenant.SingleAsync<int>("select count(*)::int from media_items"), await tenant.SingleAsync<int>("select count(*)::int from call_entries where kind = 'recording'")));
    }

    [Fact]
    public async Task A_recording_is_finished_after_the_call_and_only_when_all_of_it_is_here()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var id = await BeginAsync(host, guest, call);
        var pieces = Cut(await Films.WebmAsync());
        await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/0", pieces[0]);
        await host.PostAsync($"/calls/{call}/hang-up");
        var missing = await host.PostAsync($"/calls/{call}/recordings/{id}/finish", new { chunks = 2 });
        Assert.Equal(("chunks_missing", 1), (missing.Code, missing.Body["chunks"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.NoContent, (await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/1", pieces[1])).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/recordings/{id}/finish", new { chunks = 2 })).Status);
        await LookAfterAsync(tenant);
        Assert.Equal("done", await tenant.SingleAsync<string>("select state from recordings"));
    }

    [Fact]
    public async Task A_question_that_nobody_answers_is_a_no_after_a_minute_and_asked_twice_is_one()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, _, call) = await tenant.InCallAsync();
        Assert.Equal(await AskAsync(host, call), await AskAsync(host, call));
        tenant.Now += TimeSpan.FromSeconds(60);
        await LookAfterAsync(tenant);
        Assert.Equal("refused", await tenant.SingleAsync<string>("select state from recordings"));
    }

    [Fact]
    public async Task Marks_are_kept_beside_it_once_each()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var id = await BeginAsync(host, guest, call);
        var events = new object[] { new { at = 1200, type = "mark", x = 0.25 }, new { at = 3000, type = "freeze" } };
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/recordings/{id}/events", new { events })).Status);
        Assert.Equal([1200, 3000], await tenant.ListAsync<int>("select at_ms from recording_events order by number"));
        Assert.Equal("validation_failed", (await host.PostAsync($"/calls/{call}/recordings/{id}/events", new { events = new object[] { new { type = "mark" } } })).Code);
    }

    [Fact]
    public async Task What_is_no_film_is_not_kept_as_one()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var id = await BeginAsync(host, guest, call);
        await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/0", "<script>alert(1)</script>"u8.ToArray());
        await host.PostAsync($"/calls/{call}/recordings/{id}/finish", new { chunks = 1 });
        await LookAfterAsync(tenant);
        Assert.Equal("empty", await tenant.SingleAsync<string>("select state from recordings"));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from media_items"));
        Assert.Empty(await tenant.ListAsync<int>("select number from recording_chunks"));
    }

    /// <summary>In six pieces, anywhere.</summary>
    internal static List<byte[]> Cut(byte[] film) => [.. film.Chunk(film.Length / 6 + 1)];

    private static async Task<Guid> AskAsync(Api host, Guid call)
    {
        var asked = await host.PostAsync($"/calls/{call}/recordings");
        Assert.Equal(HttpStatusCode.Created, asked.Status);
        return asked.Body["id"]!.GetValue<Guid>();
    }

    internal static async Task<Guid> BeginAsync(Api host, Guest guest, Guid call)
    {
        var id = await AskAsync(host, call);
        Assert.Equal(HttpStatusCode.NoContent, (await guest.PostAsync($"/calls/{call}/room/recordings/{id}/consent", new { accepted = true })).Status);
        return id;
    }

    private static async Task<(string State, int Chunks)> ProgressAsync(Api host, Guid call, Guid id)
    {
        var progress = (await host.GetAsync($"/calls/{call}/recordings/{id}")).Body;
        return (Text(progress, "state"), progress["chunks"]!.GetValue<int>());
    }

    internal static Task LookAfterAsync(TestTenant tenant) => tenant.InScopeAsync(async services =>
    {
        while ((await services.GetRequiredService<IMediator>().Send(new LookAfterRecordings())).Value > 0) { }
    });

    private static string Text(System.Text.Json.Nodes.JsonNode of, string name) => of[name]!.GetValue<string>();
}
