namespace RemoteSupport.Platform.Storage;

/// <summary>Configuration "Storage".</summary>
public sealed class StorageOptions
{
    /// <summary>The folder of the files' contents: of one node, or a mount that all nodes share. Left out, "files" in the data directory.</summary>
    public string? Directory { get; set; }
}
