using System.Security.Cryptography;
using System.Text;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "DL-5")]
public sealed class MasterKeyTests
{
    [Fact]
    public void A_purpose_has_one_key_of_its_own()
    {
        var key = Keys.Master().DeriveKey("links").ToArray();

        Assert.Equal(MasterKey.Size, key.Length);
        Assert.Equal(key, Keys.Master().DeriveKey("links").ToArray());
        Assert.NotEqual(key, Keys.Master().DeriveKey("seal/smtp").ToArray());
        Assert.NotEqual(key, Keys.Master(fill: 8).DeriveKey("links").ToArray());
    }

    [Fact]
    public void Keys_stay_the_same_over_releases()
    {
        // HKDF as RFC 5869 2.2 and 2.3 write it: extract with a salt of zeros, expand by one block.
        var extracted = HMACSHA256.HashData(new byte[32], Enumerable.Repeat((byte)7, 32).ToArray());
        byte[] info = [.. Encoding.UTF8.GetBytes("RemoteSupport/1/links"), 1];
        var expected = HMACSHA256.HashData(extracted, info);

        Assert.Equal(expected, Keys.Master().DeriveKey("links").ToArray());
    }

    [Fact]
    public void The_key_does_not_show_itself() => Assert.Equal("MasterKey", Keys.Master().ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() => new MasterKey(new byte[length]));
}
