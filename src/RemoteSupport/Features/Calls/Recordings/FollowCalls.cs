using MediatR;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>A question that was open when the call ended is not answered any more. A recording that ran is finished by its tab, or by the clock.</summary>
internal sealed class CloseQuestions(Db db) : INotificationHandler<CallDone>
{
    public Task Handle(CallDone notification, CancellationToken cancellationToken) =>
        db.RunAsync("update recordings set state = 'refused', ended_at = @At, due_at = null where call_id = @CallId and state = 'asking'", new { notification.At, notification.CallId }, cancellationToken);
}

/// <summary>With a recording goes what was drawn in it.</summary>
internal sealed class EraseEvents(Db db) : INotificationHandler<MediaErased>
{
    public Task Handle(MediaErased notification, CancellationToken cancellationToken) =>
        db.RunAsync(
            "delete from recording_events e using recordings r where r.id = e.recording_id and r.media_id = any(@ids)", new { ids = notification.Ids.ToArray() }, cancellationToken);
}
