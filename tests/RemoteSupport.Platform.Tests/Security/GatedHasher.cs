using Microsoft.AspNetCore.Identity;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

/// <summary>Holds every check until the gate opens, and knows how many were inside at once.</summary>
internal sealed class GatedHasher : IPasswordHasher<object>, IDisposable
{
    private readonly ManualResetEventSlim _gate = new();
    private readonly SemaphoreSlim _entered = new(0);
    private int _inside;
    private int _most;

    internal int Most => _most;

    internal void Open() => _gate.Set();

    internal async Task EnteredAsync(int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(await _entered.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    public string HashPassword(object user, string password) => password;

    public PasswordVerificationResult VerifyHashedPassword(object user, string hashedPassword, string providedPassword)
    {
        var inside = Interlocked.Increment(ref _inside);
        for (var most = _most; inside > most; most = _most)
            Interlocked.CompareExchange(ref _most, inside, most);

        _entered.Release();
        _gate.Wait();
        Interlocked.Decrement(ref _inside);
        return PasswordVerificationResult.Success;
    }

    public void Dispose()
    {
        _gate.Dispose();
        _entered.Dispose();
    }
}
