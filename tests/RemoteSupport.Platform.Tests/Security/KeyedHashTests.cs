using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "AC-3")]
public sealed class KeyedHashTests
{
    private readonly KeyedHash hash = new(Keys.Master());

    [Theory]
    [InlineData("ANNA.rossi@Example.IT")]
    [InlineData(" anna.rossi@example.it\n")]
    public void Every_spelling_of_an_address_counts_as_one(string spelling) => Assert.Equal(OfAnna(), hash.Of(Keys.TenantA, spelling));

    [Fact]
    public void Address_device_tenant_and_key_each_change_the_hash()
    {
        byte[][] hashes =
        [
            OfAnna(),
            hash.Of(Keys.TenantA, "anna.rossi@example.it", ""),
            hash.Of(Keys.TenantA, "anna.rossi@example.it", "x"),
            hash.Of(Keys.TenantA, "anna.rossi@example.itx"),
            hash.Of(Keys.TenantB, "anna.rossi@example.it"),
            new KeyedHash(Keys.Master(8)).Of(Keys.TenantA, "anna.rossi@example.it"),
        ];

        Assert.Equal(hashes.Length, hashes.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void What_is_no_address_can_be_counted_too() =>
        Assert.All(["", "no address", "half a pair \ud800"], text => Assert.Equal(32, hash.Of(Keys.TenantA, text).Length));

    private byte[] OfAnna() => hash.Of(Keys.TenantA, "anna.rossi@example.it");
}
