namespace RemoteSupport.Features.MediaLibrary;

/// <summary>A picture, video or document that is kept (ML-1).</summary>
/// <param name="Id">By which it is fetched.</param>
/// <param name="Kind">"photo", "video" or "document".</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="DurationMs">Of a video; null where it is not known.</param>
/// <param name="IsSeekable">Whether one can jump in a video.</param>
/// <param name="HasThumbnail">Whether there is a small picture of it.</param>
/// <param name="CreatedAt">Since when it is kept.</param>
/// <param name="ErasedAt">Until when.</param>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="OwnerName">The same, by name.</param>
/// <param name="CallId">The call that it came from; null when it was uploaded.</param>
/// <param name="CallName">With whom that call was.</param>
/// <param name="CallAt">When that call was.</param>
public sealed record MediaItem(
    Guid Id, string Kind, string Name, string MediaType, long Size, int? DurationMs, bool IsSeekable, bool HasThumbnail, DateTimeOffset CreatedAt, DateTimeOffset ErasedAt,
    Guid OwnerId, string OwnerName, Guid? CallId, string? CallName, DateTimeOffset? CallAt);
