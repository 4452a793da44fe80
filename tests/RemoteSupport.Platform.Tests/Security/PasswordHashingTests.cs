using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "AC-7")]
public sealed class PasswordHashingTests
{
    private const string Password = "vier bunte Lampen";
    private readonly PasswordHashing hashing = With(iterations: 1_000);

    [Fact]
    public async Task The_right_password_is_right_and_another_is_not()
    {
        var hash = await hashing.HashAsync(Password, default);

        Assert.Equal(PasswordCheck.Right, await hashing.CheckAsync(hash, Password, default));
        Assert.Equal(PasswordCheck.Wrong, await hashing.CheckAsync(hash, Password + ".", default));
        Assert.Equal(PasswordCheck.Wrong, await hashing.CheckAsync(hash, "", default));
    }

    [Fact]
    public async Task One_password_gives_another_hash_each_time() =>
        Assert.NotEqual(await hashing.HashAsync(Password, default), await hashing.HashAsync(Password, default));

    [Fact]
    public async Task Every_keyboard_s_way_to_write_it_is_right()
    {
        var hash = await hashing.HashAsync("e\u0301 ﬃ \u212b ①", default);

        Assert.Equal(PasswordCheck.Right, await hashing.CheckAsync(hash, "é ffi \u00c5 1", default));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_breaks_nothing()
    {
        var hash = await hashing.HashAsync("half \ud800 a pair", default);

        Assert.Equal(PasswordCheck.Right, await hashing.CheckAsync(hash, "half \ud800 a pair", default));
        Assert.Equal(PasswordCheck.Wrong, await hashing.CheckAsync(hash, "half  a pair", default));
    }

    [Fact]
    public async Task A_hash_of_smaller_parameters_is_right_but_old()
    {
        var hash = await hashing.HashAsync(Password, default);
        using var grown = With(iterations: 2_000);

        Assert.Equal(PasswordCheck.RightButOld, await grown.CheckAsync(hash, Password, default));
        Assert.Equal(PasswordCheck.Wrong, await grown.CheckAsync(hash, "another one", default));
        Assert.Equal(PasswordCheck.Right, await grown.CheckAsync(await grown.HashAsync(Password, default), Password, default));
    }

    [Fact]
    public async Task A_text_beyond_measure_is_wrong_and_never_hashed()
    {
        var endless = new string('x', 1_000_000);

        Assert.Equal(PasswordCheck.Wrong, await hashing.CheckAsync(await hashing.HashAsync(Password, default), endless, default));
        await Assert.ThrowsAsync<ArgumentException>(() => hashing.HashAsync(endless, default));
    }

    [Fact]
    [Trait("Behaviour", "AC-3")]
    public async Task An_address_without_an_account_takes_as_long_also_when_the_account_s_hash_is_old()
    {
        var old = await hashing.HashAsync(Password, default);
        using var grown = With(iterations: 400_000);

        var unknown = await TimeOfAsync(() => grown.CheckAsync(null, Password, default));
        var known = await TimeOfAsync(() => grown.CheckAsync(old, "another one", default));

        // Without the rounds caught up it would be a four-hundredth; the rest is for a busy machine.
        Assert.InRange(known / unknown, 0.2, 5);
    }

    [Fact]
    public async Task The_hash_tells_its_rounds() => Assert.Equal(1_000, PasswordRounds.Of(await hashing.HashAsync(Password, default)));

    [Fact]
    [Trait("Behaviour", "AC-3")]
    public async Task Without_an_account_every_password_is_wrong() =>
        Assert.All(
            [await hashing.CheckAsync(null, Password, default), await hashing.CheckAsync(null, "", default)],
            check => Assert.Equal(PasswordCheck.Wrong, check));

    [Fact]
    public void The_standard_is_210000_rounds() => Assert.Equal(210_000, new PasswordHashingOptions().Iterations);

    // The fastest of three: what else runs on the machine only adds.
    private static async Task<double> TimeOfAsync(Func<Task<PasswordCheck>> check)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            Assert.Equal(PasswordCheck.Wrong, await check());
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, TimeProvider.System.GetElapsedTime(start).Ticks));
        }

        return fastest.TotalMilliseconds;
    }

    private static PasswordHashing With(int iterations) =>
        new(Options.Create(new PasswordHashingOptions { Iterations = iterations }));
}
