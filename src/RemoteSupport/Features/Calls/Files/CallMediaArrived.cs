using MediatR;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>A file was sent in a call, or a recording of it was put together; it belongs to whoever invited. In this transaction.</summary>
/// <param name="MediaId">Under which the call's history refers to it.</param>
/// <param name="CallId">Where it came from.</param>
/// <param name="OwnerId">The host.</param>
/// <param name="OrganizationId">The host's; null for a partner's.</param>
/// <param name="FileId">The upload.</param>
/// <param name="ThumbnailId">Likewise; null without one.</param>
/// <param name="Name">As it shall be called; null as the upload is.</param>
/// <param name="DurationMs">Of a recording.</param>
/// <param name="IsSeekable">Whether one can jump in it.</param>
public sealed record CallMediaArrived(
    Guid MediaId, Guid CallId, Guid OwnerId, Guid? OrganizationId, Guid FileId, Guid? ThumbnailId, string? Name = null, int? DurationMs = null, bool IsSeekable = true) : INotification;
