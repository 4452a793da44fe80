using MediatR;
using RemoteSupport.Features.Limits;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>When the tenant keeps media longer or shorter, so it is for what is kept already; what is deleted has its own end.</summary>
internal sealed class FollowRetention(Db db) : INotificationHandler<MediaRetentionChanged>
{
    public Task Handle(MediaRetentionChanged notification, CancellationToken cancellationToken) =>
        db.RunAsync("update media_items set due_at = created_at + @KeptFor where deleted_at is null", new { notification.KeptFor }, cancellationToken);
}
