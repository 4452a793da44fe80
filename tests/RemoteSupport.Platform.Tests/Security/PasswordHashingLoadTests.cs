using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

[Trait("Behaviour", "AC-7")]
public sealed class PasswordHashingLoadTests : IDisposable
{
    private const int QueueLimit = 5;
    private static readonly int Cores = Environment.ProcessorCount;

    private readonly GatedHasher _hasher = new();
    private readonly PasswordHashing _hashing;

    public PasswordHashingLoadTests() =>
        _hashing = new(Options.Create(new PasswordHashingOptions { QueueLimit = QueueLimit }), _hasher);

    public void Dispose()
    {
        _hasher.Open();
        _hashing.Dispose();
        _hasher.Dispose();
    }

    [Fact]
    public async Task At_most_one_hash_a_core_is_in_flight_and_the_queue_has_an_end()
    {
        var accepted = Enumerable.Range(0, Cores + QueueLimit).Select(_ => CheckAsync()).ToArray();
        await _hasher.EnteredAsync(Cores);

        await Assert.ThrowsAsync<TooBusyException>(() => CheckAsync());
        await Assert.ThrowsAsync<TooBusyException>(() => _hashing.HashAsync("another", default));

        _hasher.Open();
        Assert.All(await Task.WhenAll(accepted), check => Assert.Equal(PasswordCheck.Right, check));
        Assert.Equal(Cores, _hasher.Most);
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

        _hasher.Open();
        await Task.WhenAll([.. accepted, next]);
    }

    private Task<PasswordCheck> CheckAsync(CancellationToken ct = default) => _hashing.CheckAsync("hash", "password", ct);
}
