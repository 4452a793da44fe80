using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Storage;

/// <summary>The pieces of something that arrives while it comes into being; what is whole, and whose it is, its slice keeps. They go once it is put together.</summary>
public sealed class StoredPieces(IFileStore store, MultiTenantContextAccessor tenancy)
{
    /// <summary>So many may be on their way at once, and have no row yet when a node is killed.</summary>
    private const int UnderWay = 16;

    /// <summary>Writes one, in the place of what is there; answers its size, null when it has more bytes than may be.</summary>
    public async Task<long?> WriteAsync(Guid whole, int number, Stream content, long largest, CancellationToken ct)
    {
        await using var limited = new LimitedStream([], content, largest);
        await store.WriteAsync(KeyOf(whole, number), limited, ct);
        return limited.IsOver ? null : limited.Count;
    }

    /// <summary>One that is there.</summary>
    public async Task<Stream> OpenAsync(Guid whole, int number, CancellationToken ct) =>
        await store.OpenAsync(KeyOf(whole, number), ct) ?? throw new InvalidOperationException($"Piece {number} of {whole} is not in the store.");

    /// <summary>Takes away the first so many, and those behind them that a killed node may have written.</summary>
    public async Task DeleteAsync(Guid whole, int count, CancellationToken ct)
    {
        for (var number = 0; number < count + UnderWay; number++) await store.DeleteAsync(KeyOf(whole, number), ct);
    }

    private string KeyOf(Guid whole, int number) => $"{tenancy.Tenant.Id:N}/pieces/{whole:N}/{number:D6}";
}
