using System.Net;
using RemoteSupport.Platform.Tests.Storage;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>Recordings where nodes share a bucket, and where there is no ffmpeg.</summary>
[Trait("Behaviour", "CA-3")]
public sealed class RecordingStoreTests
{
    [Fact]
    public async Task Two_nodes_take_the_pieces_and_either_joins_them_in_a_bucket_which_holds_nothing_else_afterwards()
    {
        await using var bucket = await S3Server.StartAsync();
        await using var first = await NodeAsync(bucket);
        await using var second = await NodeAsync(bucket);
        var tenant = await TestTenant.CreateAsync(first);
        var inviter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, inviter);
        var call = await guest.RingAsync();
        Api[] hosts = [await tenant.ProgramOfAsync(inviter), await tenant.On(second).ProgramOfAsync(inviter)];
        await hosts[0].PostAsync($"/calls/{call}/answer");
        var id = await RecordingTests.BeginAsync(hosts[1], guest, call);
        var pieces = RecordingTests.Cut(await Films.WebmAsync());
        for (var number = 0; number < pieces.Count; number++)
            Assert.Equal(HttpStatusCode.NoContent, (await hosts[number % 2].PutAsync($"/calls/{call}/recordings/{id}/chunks/{number}", pieces[number])).Status);
        Assert.Equal(pieces.Count, bucket.Count);
        await hosts[0].PostAsync($"/calls/{call}/recordings/{id}/finish", new { chunks = pieces.Count });
        await RecordingTests.LookAfterAsync(tenant.On(second));

        var media = await tenant.SingleAsync<Guid>("select id from media_items");
        var (seconds, streams) = await Films.ProbeAsync((await hosts[0].FetchAsync($"/media/{media}/content")).Content);
        Assert.InRange(seconds, 5.5, 6.5);
        Assert.Equal("audio video", streams);
        var (part, content) = await hosts[1].FetchAsync($"/media/{media}/content", "bytes=0-3");
        Assert.Equal((HttpStatusCode.PartialContent, 0x1A), (part.StatusCode, content[0]));
        // The film and its thumbnail.
        Assert.Equal(2, bucket.Count);
    }

    [Fact]
    public async Task Without_ffmpeg_the_pieces_are_one_film_all_the_same_and_it_says_that_one_cannot_jump_in_it()
    {
        await using var node = await TestNode.StartAsync(await TestDatabase.CommonAsync(), new() { ["Storage:Ffmpeg"] = "" });
        var tenant = await TestTenant.CreateAsync(node);
        var inviter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, inviter);
        var call = await guest.RingAsync();
        var host = await tenant.ProgramOfAsync(inviter);
        await host.PostAsync($"/calls/{call}/answer");
        var id = await RecordingTests.BeginAsync(host, guest, call);
        var film = await Films.WebmAsync();
        await host.PutAsync($"/calls/{call}/recordings/{id}/chunks/0", film);
        await host.PostAsync($"/calls/{call}/recordings/{id}/finish", new { chunks = 1 });
        await RecordingTests.LookAfterAsync(tenant);

        var media = await tenant.SingleAsync<Guid>("select id from media_items");
        Assert.Equal(film, (await host.FetchAsync($"/media/{media}/content")).Content);
        var browser = tenant.Browse();
        await browser.SignInAsync(inviter.Email);
        var page = await browser.GetAsync($"/media/{media}");
        Assert.Contains("it cannot be jumped in", page.Html, StringComparison.Ordinal);
        Assert.Equal($"/media/{media}/content", page.Document.QuerySelector("video")!.GetAttribute("src"));
    }

    private static async Task<TestNode> NodeAsync(S3Server bucket) => await TestNode.StartAsync(await TestDatabase.CommonAsync(), new()
    {
        ["Storage:S3:Bucket"] = bucket.Options.Bucket, ["Storage:S3:Endpoint"] = bucket.Options.Endpoint, ["Storage:S3:AccessKey"] = bucket.Options.AccessKey,
        ["Storage:S3:SecretKey"] = bucket.Options.SecretKey, ["Storage:S3:Prefix"] = bucket.Options.Prefix,
    });
}
