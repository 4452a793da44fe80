using System.Security.Cryptography;
using System.Text;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "DL-5")]
public sealed class TokenTests
{
    private readonly LinkTokens links = new(Keys.Master());

    [Fact]
    public void Every_node_derives_the_same_token_of_a_link() =>
        Assert.Equal(Reset(), new LinkTokens(Keys.Master()).TokenFor("password-reset", Keys.TenantA, Keys.Id));

    [Fact]
    public void Purpose_tenant_id_and_key_each_change_the_token()
    {
        string[] tokens =
        [
            Reset(),
            links.TokenFor("activation", Keys.TenantA, Keys.Id),
            links.TokenFor("password-reset", Keys.TenantB, Keys.Id),
            links.TokenFor("password-reset", Keys.TenantA, Keys.TenantA),
            links.TokenFor("password-reset", Keys.Id, Keys.TenantA),
            new LinkTokens(Keys.Master(8)).TokenFor("password-reset", Keys.TenantA, Keys.Id),
        ];

        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void A_token_needs_no_escaping_in_a_link() => Assert.Matches("^[A-Za-z0-9_-]{43}$", Reset());

    [Fact]
    public void What_is_stored_is_the_hash_that_the_token_is_found_by()
    {
        Assert.True(LinkTokens.TryHash(Reset(), out var hash));
        Assert.Equal(LinkTokens.HashOf(Reset()), hash);
        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(Reset())), hash);
    }

    public static TheoryData<string?> Malformed => new(
        null, "", " ", "a", new string('a', 42), new string('a', 44), new string('a', 100_000),
        new string('a', 42) + "=", new string('a', 42) + "+", new string('a', 42) + "/", new string('a', 42) + "\0",
        new string('é', 43), new string('a', 41) + "😀");

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_token_is_none_and_nothing_breaks(string? text)
    {
        Assert.False(LinkTokens.TryHash(text, out var hash));
        Assert.Empty(hash);
        Assert.False(OpaqueToken.TryHash(text, out _));
    }

    [Fact]
    public void Half_surrogate_pairs_are_no_token() => Assert.False(LinkTokens.TryHash(new string('\ud800', 43), out _));

    [Fact]
    public void A_session_s_token_is_new_each_time_and_found_by_its_hash()
    {
        var token = OpaqueToken.New();

        Assert.NotEqual(token.Text, OpaqueToken.New().Text);
        Assert.True(OpaqueToken.TryHash(token.Text, out var hash));
        Assert.Equal(token.Hash, hash);
        Assert.DoesNotContain(token.Text, token.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_are_told_apart_wherever_they_end()
    {
        byte[] key = [1];
        byte[][] macs =
        [
            Mac.Of(key, [1, 2], [3]),
            Mac.Of(key, [1], [2, 3]),
            Mac.Of(key, [1, 2, 3]),
            Mac.Of(key, [1, 2, 3], []),
            Mac.Of(key, [1, 2, 3], null),
        ];

        Assert.Equal(macs.Length, macs.Select(Convert.ToHexString).Distinct().Count());
    }

    private string Reset() => links.TokenFor("password-reset", Keys.TenantA, Keys.Id);
}
