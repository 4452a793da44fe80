using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "AC-7")]
public sealed class PasswordHashingLoadTests : IDisposable
{
    private const int QueueLimit = 5;
    private static readonly int Cores = Environment.ProcessorCount;

    private readonly GatedHasher hasher = new();
    private readonly PasswordHashing hashing;

    public PasswordHashingLoadTests() =>
        hashing = new(Options.Create(new PasswordHashingOptions { QueueLimit = QueueLimit }), hasher);

    public void Dispose()
    {
        hasher.Open();
        hashing.Dispose();
        hasher.Dispose();
    }

    [Fact]
    public async Task At_most_one_hash_a_core_is_in_flight_and_the_queue_has_an_end()
    {
        var accepted = Enumerable.Range(0, Cores + QueueLimit).Select(_ => CheckAsync()).ToArray();
        await hasher.EnteredAsync(Cores);

        await Assert.ThrowsAsync<TooBusyException>(() => CheckAsync());
        await Assert.ThrowsAsync<TooBusyException>(() => hashing.HashAsync("another", default));

        hasher.Open();
        Assert.All(await Task.WhenAll(accepted), check => Assert.Equal(PasswordCheck.Right, check));
        Assert.Equal(Cores, hasher.Most);
        Assert.Equal(PasswordCheck.Right, await CheckAsync());
    }

    [Fact]
    public async Task Who_goes_away_while_waiting_makes_room()
    {
        using var gone = new CancellationTokenSource();
        var accepted = Enumerable.Range(0, Cores + QueueLimit - 1).Select(_ => CheckAsync()).ToArray();
        var waiting = CheckAsync(gone.Token);
        await Assert.ThrowsAsync<TooBusyException>(() => CheckAsync());

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = CheckAsync();

        hasher.Open();
        await Task.WhenAll([.. accepted, next]);
    }

    // With an end, so that a check which should have been turned away fails the test instead of waiting at the gate.
    private Task<PasswordCheck> CheckAsync(CancellationToken ct = default) =>
        hashing.CheckAsync("hash", "password", ct).WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
}
