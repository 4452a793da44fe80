namespace RemoteSupport.Platform.Storage;

/// <summary>A file whose content is whole.</summary>
/// <param name="Id">By which it is fetched.</param>
/// <param name="Name">As its sender called it, without folders; one line.</param>
/// <param name="MediaType">By its content, whatever its name says.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(Guid Id, string Name, string MediaType, long Size);
