using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "DL-5")]
public sealed class MasterKeySourceTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("master-key-");

    private string Made => Path.Combine(root.FullName, "data", MasterKeyFile.Name);

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void The_key_is_read_from_the_setting()
    {
        var key = Load(Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()));

        Assert.True(SameKey(Keys.Master(), key));
    }

    [Fact]
    public void The_key_is_read_from_a_file()
    {
        File.WriteAllText(Path.Combine(root.FullName, "key"), Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()) + "\n");

        Assert.True(SameKey(Keys.Master(), Load("key")));
    }

    [Fact]
    public void Without_a_key_the_start_ends_with_the_setting_s_name() =>
        Assert.Contains("Keys:Master", Assert.Throws<InvalidOperationException>(() => Load(null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("no-such-file")]
    [InlineData("c2hvcnQ=")]
    public void A_setting_that_is_neither_key_nor_file_is_refused_without_being_repeated(string value)
    {
        var message = Assert.Throws<InvalidOperationException>(() => Load(value, Environments.Development)).Message;

        Assert.DoesNotContain(value, message, StringComparison.Ordinal);
        Assert.False(File.Exists(Made));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_file_that_holds_no_key_is_refused(string content)
    {
        File.WriteAllText(Path.Combine(root.FullName, "key"), content);

        Assert.Throws<InvalidOperationException>(() => Load("key"));
    }

    [Fact]
    public void In_development_a_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var first = Load(null, Environments.Development);

        Assert.True(SameKey(first, Load(null, Environments.Development)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Made));
    }

    [Fact]
    public async Task Nodes_that_start_together_make_one_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Load(null, Environments.Development))));

        Assert.All(keys, key => Assert.True(SameKey(keys[0], key)));
        Assert.Equal([Made], Directory.GetFiles(Path.GetDirectoryName(Made)!));
    }

    private static bool SameKey(MasterKey a, MasterKey b) => a.DeriveKey("same").SequenceEqual(b.DeriveKey("same"));

    private MasterKey Load(string? setting, string? environment = null) => MasterKeySource.Load(
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Keys:Master"] = setting, ["Data:Directory"] = "data" })
            .Build(),
        new HostingEnvironment
        {
            EnvironmentName = environment ?? Environments.Production,
            ContentRootPath = root.FullName,
            ContentRootFileProvider = new NullFileProvider(),
        });
}
