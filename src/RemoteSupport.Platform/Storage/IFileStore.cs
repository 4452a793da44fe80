namespace RemoteSupport.Platform.Storage;

/// <summary>
/// Where the content of files lies: bytes under a key, nothing else. Who may have them, and what they are, stands in <see cref="StoredFiles"/>. Every node of an
/// installation reaches the same store.
/// </summary>
public interface IFileStore
{
    /// <summary>Writes the content whole or not at all; what lay under the key before is replaced.</summary>
    Task WriteAsync(string key, Stream content, CancellationToken ct);

    /// <summary>The content from its start, seekable; null when there is none under the key.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken ct);

    /// <summary>Takes the content away; nothing happens when there is none.</summary>
    Task DeleteAsync(string key, CancellationToken ct);
}
