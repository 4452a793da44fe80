using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// Hashes and checks passwords with ASP.NET Core's hasher (PBKDF2-SHA512; AC-7). At most one a core is in flight and a bounded number
/// waits, so that a flood of sign-ins cannot starve everything else; beyond that it throws <see cref="TooBusyException"/>.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    // The hasher has a user as parameter for those who override it; it does not look at it.
    private static readonly object Nobody = new();

    private readonly IPasswordHasher<object> hasher;
    private readonly ConcurrencyLimiter cores;
    private readonly string nobodysHash;
    private readonly int rounds;

    /// <summary>Made once a process.</summary>
    public PasswordHashing(IOptions<PasswordHashingOptions> options)
        : this(options, HasherWith(options.Value.Iterations))
    {
    }

    internal PasswordHashing(IOptions<PasswordHashingOptions> options, IPasswordHasher<object> hasher)
    {
        this.hasher = hasher;
        rounds = options.Value.Iterations;
        nobodysHash = hasher.HashPassword(Nobody, OpaqueToken.New().Text);
        cores = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = Environment.ProcessorCount,
            QueueLimit = options.Value.QueueLimit,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>The hash to store, with its salt and parameters.</summary>
    public Task<string> HashAsync(string password, CancellationToken ct)
    {
        if (PasswordText.IsBeyondMeasure(password))
            throw new ArgumentException("The password was not held against PasswordRules.", nameof(password));

        return OnACoreAsync(() => hasher.HashPassword(Nobody, PasswordText.Normalize(password)), ct);
    }

    /// <summary>Compares a password with a stored hash. Without a hash (no such account) it takes as long and is wrong (AC-3).</summary>
    public Task<PasswordCheck> CheckAsync(string? hash, string password, CancellationToken ct) =>
        OnACoreAsync(() => Check(hash, password), ct);

    /// <inheritdoc/>
    public void Dispose() => cores.Dispose();

    private PasswordCheck Check(string? hash, string password)
    {
        var beyond = PasswordText.IsBeyondMeasure(password);
        var against = hash is null || beyond ? nobodysHash : hash;
        var result = hasher.VerifyHashedPassword(Nobody, against, beyond ? "" : PasswordText.Normalize(password));
        return result switch
        {
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButOld,
            _ => Refuse(against),
        };
    }

    private PasswordCheck Refuse(string hash)
    {
        PasswordRounds.CatchUp(hash, rounds);
        return PasswordCheck.Wrong;
    }

    private async Task<T> OnACoreAsync<T>(Func<T> work, CancellationToken ct)
    {
        using var core = await cores.AcquireAsync(1, ct);
        if (!core.IsAcquired)
            throw new TooBusyException();

        return await Task.Run(work, ct);
    }

    private static PasswordHasher<object> HasherWith(int iterations) =>
        new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
}
