using System.Net;
using System.Text;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>Files that people send each other in a call (CA-4).</summary>
[Trait("Behaviour", "CA-4")]
public sealed class FileTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj <<>> endobj\n");

    [Fact]
    public async Task A_picture_sent_by_the_guest_is_in_the_chat_of_both_and_in_the_hosts_library()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var png = await Films.PngAsync();
        var sent = await guest.SendFileAsync($"/calls/{call}/room/files?id={CallLifeTests.NewId(tenant)}&name=broken+part.png", png);
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        var media = sent.Body["media"]!;
        Assert.Equal(("guest", "file", "broken part.png", "photo", "image/png", (long)png.Length, true),
            (Text(sent.Body, "side"), Text(sent.Body, "kind"), Text(media, "name"), Text(media, "kind"), Text(media, "mediaType"), media["size"]!.GetValue<long>(), media["hasThumbnail"]!.GetValue<bool>()));

        var id = Text(media, "id");
        var seen = (await host.GetAsync($"/calls/{call}/state")).Body["entries"]!.AsArray().Single(entry => Text(entry!, "kind") == "file");
        Assert.Equal(id, Text(seen!["media"]!, "id"));
        Assert.Equal(png, (await host.FetchAsync($"/calls/{call}/media/{id}")).Content);
        Assert.Equal(png, (await guest.FetchAsync($"/calls/{call}/room/media/{id}")).Content);
        var (thumbnail, small) = await host.FetchAsync($"/calls/{call}/media/{id}/thumbnail");
        Assert.Equal(("image/jpeg", true), (thumbnail.Content.Headers.ContentType?.MediaType, small.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])));
        Assert.Equal("broken part.png", Text((await host.GetAsync($"/media/{id}")).Body, "name"));
    }

    [Fact]
    public async Task Sent_again_under_its_id_it_is_one_file_and_one_entry()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, _, call) = await tenant.InCallAsync();
        var id = CallLifeTests.NewId(tenant);
        var first = await host.PostAsync($"/calls/{call}/files?id={id}&name=manual.pdf", Pdf);
        var again = await host.PostAsync($"/calls/{call}/files?id={id}&name=manual.pdf", Pdf);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, Text(first.Body["media"]!, "id")), (first.Status, again.Status, Text(again.Body["media"]!, "id")));
        Assert.Equal((1, 1), (await tenant.SingleAsync<int>("select count(*)::int from media_items"), await tenant.SingleAsync<int>("select count(*)::int from call_entries where kind = 'file'")));
    }

    [Fact]
    public async Task What_nobody_may_send_is_refused_with_a_reason_and_leaves_nothing()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, _, call) = await tenant.InCallAsync();
        var program = await host.PostAsync($"/calls/{call}/files?name=setup.exe", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "“setup.exe” is of a kind that cannot be uploaded here."), (program.Status, program.Detail));
        Assert.Equal("“empty.txt” is empty.", (await host.PostAsync($"/calls/{call}/files?name=empty.txt", [])).Detail);
        await tenant.RunAsync("update tenant_settings set media_quota = 20 where tenant_id = @Id", new { tenant.Id });
        var full = await host.PostAsync($"/calls/{call}/files?name=manual.pdf", Pdf);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "quota_exceeded"), (full.Status, full.Code));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from media_items"));
    }

    [Fact]
    public async Task A_guest_sends_and_writes_as_much_as_one_call_can_hold_and_the_host_more()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        await tenant.RunAsync(
            """
            insert into call_entries (tenant_id, id, call_id, at, side, kind, text)
            select @Id, gen_random_uuid(), @call, @Now, 'guest', k.kind, 'x' from (values ('text', 1000), ('snapshot', 99)) k (kind, many), generate_series(1, k.many)
            """,
            new { tenant.Id, call, tenant.Now });
        var last = $"/calls/{call}/room/files?id={CallLifeTests.NewId(tenant)}&name=manual.pdf";
        foreach (var _ in new[] { "first", "again" }) Assert.Equal(HttpStatusCode.Created, (await guest.SendFileAsync(last, Pdf)).Status);
        var file = await guest.SendFileAsync($"/calls/{call}/room/files?name=manual.pdf", Pdf);
        Assert.Equal(("quota_exceeded", "You have sent as many files as one call can hold."), (file.Code, file.Detail));
        Assert.Equal("You have written as much as one call can hold.", (await guest.PostAsync($"/calls/{call}/room/chat", new { id = CallLifeTests.NewId(tenant), text = "more" })).Detail);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync($"/calls/{call}/files?name=manual.pdf", Pdf)).Status);
        Assert.Equal(2, await tenant.SingleAsync<int>("select count(*)::int from media_items"));
    }

    [Fact]
    public async Task Something_of_the_library_is_sent_by_the_host_and_only_then_the_guest_may_have_it()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, guest, call) = await tenant.InCallAsync();
        var manual = Text((await host.PostAsync("/media?name=manual.pdf", Pdf)).Body, "id");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.FetchAsync($"/calls/{call}/room/media/{manual}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.PostAsync($"/calls/{call}/room/library", new { id = CallLifeTests.NewId(tenant), mediaId = manual })).Status);

        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync($"/calls/{call}/library", new { id = CallLifeTests.NewId(tenant), mediaId = manual })).Status);
        Assert.Equal(Pdf, (await guest.FetchAsync($"/calls/{call}/room/media/{manual}")).Content);
        await host.DeleteAsync($"/media/{manual}");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.FetchAsync($"/calls/{call}/room/media/{manual}")).Status);
    }

    [Fact, Trait("Behaviour", "CA-8")]
    public async Task Nobody_else_sends_or_fetches_anything_in_a_call()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, _, call) = await tenant.InCallAsync();
        var sent = Text((await host.PostAsync($"/calls/{call}/files?name=manual.pdf", Pdf)).Body["media"]!, "id");
        var colleague = await tenant.ProgramOfAsync(await tenant.AddPartnerUserAsync("admin"));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostAsync($"/calls/{call}/files?name=manual.pdf", Pdf)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.FetchAsync($"/calls/{call}/media/{sent}")).Response.StatusCode);
        var (_, other, _) = await tenant.InCallAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.FetchAsync($"/calls/{call}/room/media/{sent}")).Status);
    }

    [Fact]
    public async Task In_a_call_that_is_over_nothing_is_sent()
    {
        var tenant = await TestTenant.CreateAsync();
        var (host, _, call) = await tenant.InCallAsync();
        await host.PostAsync($"/calls/{call}/hang-up");
        Assert.Equal("call_over", (await host.PostAsync($"/calls/{call}/files?name=manual.pdf", Pdf)).Code);
    }

    private static string Text(System.Text.Json.Nodes.JsonNode of, string name) => of[name]!.GetValue<string>();
}
