using System.Security.Cryptography;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "DL-5")]
public sealed class SecretSealerTests
{
    private const string Secret = "s3cret – für niemanden";
    private readonly SecretSealer sealer = new(Keys.Master());

    [Fact]
    public void What_was_sealed_opens_on_every_node() =>
        Assert.Equal(Secret, new SecretSealer(Keys.Master()).OpenText("smtp", Keys.TenantA, Sealed()));

    [Fact]
    public void Nothing_is_sealed_and_opened_too() =>
        Assert.Empty(sealer.Open("smtp", Keys.TenantA, sealer.Seal("smtp", Keys.TenantA, [])));

    [Fact]
    public void The_same_secret_looks_different_each_time() => Assert.NotEqual(Sealed(), Sealed());

    [Fact]
    public void A_changed_byte_anywhere_is_noticed()
    {
        for (var i = 0; i < Sealed().Length; i++)
        {
            var box = Sealed();
            box[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => sealer.Open("smtp", Keys.TenantA, box));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(28)]
    [InlineData(29)]
    public void A_cut_secret_is_noticed(int length) =>
        Assert.ThrowsAny<CryptographicException>(() => sealer.Open("smtp", Keys.TenantA, Sealed().AsSpan(0, length)));

    [Fact]
    public void It_opens_for_no_other_tenant() =>
        Assert.ThrowsAny<CryptographicException>(() => sealer.Open("smtp", Keys.TenantB, Sealed()));

    [Fact]
    public void It_opens_for_no_other_purpose() =>
        Assert.ThrowsAny<CryptographicException>(() => sealer.Open("sms", Keys.TenantA, Sealed()));

    [Fact]
    public void It_opens_with_no_other_key() =>
        Assert.ThrowsAny<CryptographicException>(() => new SecretSealer(Keys.Master(8)).Open("smtp", Keys.TenantA, Sealed()));

    private byte[] Sealed() => sealer.SealText("smtp", Keys.TenantA, Secret);
}
