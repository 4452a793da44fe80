using Microsoft.AspNetCore.Identity;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

/// <summary>Holds every check until the gate opens, and knows how many were inside at once.</summary>
internal sealed class GatedHasher : IPasswordHasher<object>, IDisposable
{
    private readonly ManualResetEventSlim gate = new();
    private readonly SemaphoreSlim entered = new(0);
    private int inside;
    private int most;

    internal int Most => this.most;

    internal void Open() => gate.Set();

    internal async Task EnteredAsync(int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(await entered.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    public string HashPassword(object user, string password) => password;

    public PasswordVerificationResult VerifyHashedPassword(object user, string hashedPassword, string providedPassword)
    {
        var inside = Interlocked.Increment(ref this.inside);
        for (var most = this.most; inside > most; most = this.most)
            Interlocked.CompareExchange(ref this.most, inside, most);

        entered.Release();
        gate.Wait();
        Interlocked.Decrement(ref this.inside);
        return PasswordVerificationResult.Success;
    }

    public void Dispose()
    {
        gate.Dispose();
        entered.Dispose();
    }
}
