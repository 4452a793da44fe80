using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Storage;

/// <summary>Uploads: what is taken in, what is kept, and what is swept.</summary>
[Trait("Behaviour", "PR-2")]
public sealed class StoredFilesTests
{
    private static readonly FileRules Rules = new(new HashSet<string> { "text/plain", "image/png" }, 10_000, "file");

    [Fact]
    public async Task What_is_kept_can_be_opened_and_what_is_not_is_swept_after_a_day_content_and_row()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.InScopeAsync(async services =>
        {
            var files = services.GetRequiredService<StoredFiles>();
            var kept = await TakeInAsync(files, "../logs/app.log", "kept");
            var left = await TakeInAsync(files, "left.log", "left");
            Assert.Equal(("app.log", "text/plain", 4), (kept.Name, kept.MediaType, (int)kept.Size));
            Assert.Null(await files.OpenAsync(kept.Id, default));
            await KeepAsync(services, kept.Id);
            Assert.Equal("kept", await ReadAsync(files, kept.Id));

            Assert.Equal(0, await files.SweepAsync(default));
            TestClock.Set(tenant.Now.AddHours(25));
            Assert.Equal(1, await files.SweepAsync(default));
            Assert.Equal("kept", await ReadAsync(files, kept.Id));
            Assert.Equal([kept.Id], await tenant.ListAsync<Guid>("select id from files"));
            Assert.Null(await services.GetRequiredService<IFileStore>().OpenAsync($"{tenant.Id:N}/{left.Id.ToString("N")[^2..]}/{left.Id:N}", default));

            await services.GetRequiredService<Db>().InTransactionAsync(() => files.DropAsync([kept.Id]));
            Assert.Equal(1, await files.SweepAsync(default));
            Assert.Null(await files.OpenAsync(kept.Id, default));
        });
    }

    [Fact]
    public async Task A_file_that_is_too_large_empty_or_of_another_kind_is_refused_and_leaves_nothing()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.InScopeAsync(async services =>
        {
            var files = services.GetRequiredService<StoredFiles>();
            Assert.IsType<FileTooLarge>((await files.TakeInAsync("a.log", Content(new string('x', 10_001)), Rules, default)).Refusal);
            Assert.IsType<FileEmpty>((await files.TakeInAsync("a.log", Content(""), Rules, default)).Refusal);
            Assert.IsType<FileOfWrongKind>((await files.TakeInAsync("picture.png", Content("%PDF-1.7"), Rules, default)).Refusal);
            Assert.IsType<FileOfWrongKind>((await files.TakeInAsync("a.log", new MemoryStream([0x4D, 0x5A, 0, 1, 2]), Rules, default)).Refusal);
            Assert.True((await files.TakeInAsync("a.log", Content(new string('x', 10_000)), Rules, default)).Succeeded(out _, out _));
            await files.SweepAsync(default);
            Assert.Equal(1, await tenant.SingleAsync<long>("select count(*) from files"));
        });
    }

    [Fact]
    public async Task Nobody_keeps_or_opens_anothers_upload()
    {
        var (tenant, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        StoredFile file = null!;
        await tenant.InScopeAsync(async services => file = await TakeInAsync(services.GetRequiredService<StoredFiles>(), "a.log", "text"));
        await other.InScopeAsync(async services =>
        {
            Assert.Empty(await KeepAsync(services, file.Id));
            Assert.Empty(await services.GetRequiredService<StoredFiles>().FindUploadsAsync([file.Id], default));
            Assert.Null(await services.GetRequiredService<StoredFiles>().OpenAsync(file.Id, default));
        });
        var account = await tenant.AddPartnerUserAsync();
        await tenant.RunAsync("update files set uploaded_by = @account where tenant_id = @Id", new { account = account.Id, tenant.Id });
        await tenant.InScopeAsync(async services => Assert.Empty(await KeepAsync(services, file.Id)));
    }

    [Fact]
    public async Task What_a_killed_node_had_written_half_is_swept_with_its_row()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.InScopeAsync(async services =>
        {
            var file = await TakeInAsync(services.GetRequiredService<StoredFiles>(), "a.log", "text");
            var root = services.GetRequiredService<IConfiguration>()["Storage:Directory"]!;
            var content = Directory.GetFiles(root, file.Id.ToString("N"), SearchOption.AllDirectories).Single();
            File.Move(content, content + ".unfinished");
            await tenant.RunAsync("update files set state = 'coming', size = null, sha256 = null where id = @Id", new { file.Id });
            TestClock.Set(tenant.Now.AddHours(25));
            Assert.Equal(1, await services.GetRequiredService<StoredFiles>().SweepAsync(default));
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(content)!, file.Id.ToString("N") + "*"));
        });
    }

    [Theory]
    [InlineData("C:\\Users\\me\\app.log", "app.log")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("a\u0000b\u202egnp.exe", "abgnp.exe")]
    [InlineData("..", "..")]
    [InlineData("  ", "file")]
    [InlineData("", "file")]
    public async Task A_name_is_only_for_people(string sent, string shown)
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.InScopeAsync(async services => Assert.Equal(shown, (await TakeInAsync(services.GetRequiredService<StoredFiles>(), sent, "text")).Name));
    }

    [Fact]
    public async Task A_long_name_keeps_its_ending()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.InScopeAsync(async services =>
        {
            var name = (await TakeInAsync(services.GetRequiredService<StoredFiles>(), new string('ä', 500) + ".log", "text")).Name;
            Assert.Equal((200, ".log"), (name.Length, name[^4..]));
        });
    }

    private static async Task<StoredFile> TakeInAsync(StoredFiles files, string name, string text)
    {
        Assert.True((await files.TakeInAsync(name, Content(text), Rules, default)).Succeeded(out var file, out _));
        return file;
    }

    private static Task<IReadOnlyList<StoredFile>> KeepAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<Db>().InTransactionAsync(() => services.GetRequiredService<StoredFiles>().KeepAsync([id]));

    private static async Task<string> ReadAsync(StoredFiles files, Guid id)
    {
        var (_, content) = (await files.OpenAsync(id, default))!.Value;
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
