using MediatR;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>The content of what was sent in a call, or its thumbnail, for both sides of that call.</summary>
[Requires(Permission.InCall)]
public sealed record OpenCallMedia(Guid CallId, Guid MediaId, bool IsThumbnail = false) : IQuery<OpenedMedia>
{
    internal sealed class Handler(Seats seats, Db db, StoredFiles files) : IRequestHandler<OpenCallMedia, Outcome<OpenedMedia>>
    {
        public async Task<Outcome<OpenedMedia>> Handle(OpenCallMedia request, CancellationToken cancellationToken)
        {
            if (await seats.FindAsync(request.CallId, cancellationToken) is null) return new NotFound();
            var sent = await db.FindAsync<Sent>(
                """
                select f.name, case when @IsThumbnail then f.thumbnail_id else f.file_id end as file_id
                from call_entries e
                join call_files f on f.id = e.media_id
                where e.call_id = @CallId and e.media_id = @MediaId
                limit 1
                """,
                request, cancellationToken);
            return sent is { FileId: { } id } && await files.OpenAsync(id, cancellationToken) is var (file, content)
                ? new OpenedMedia(sent.Name, file.MediaType, file.Id, content)
                : new NotFound();
        }

        private sealed record Sent(string Name, Guid? FileId);
    }
}
