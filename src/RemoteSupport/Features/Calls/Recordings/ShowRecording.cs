using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>How far a recording has come, so that a browser knows where to go on (CA-3).</summary>
[Requires(Permission.InCall)]
public sealed record ShowRecording(Guid CallId, Guid Id) : IQuery<RecordingProgress>
{
    internal sealed class Handler(Seats seats, Recordings recordings) : IRequestHandler<ShowRecording, Outcome<RecordingProgress>>
    {
        public async Task<Outcome<RecordingProgress>> Handle(ShowRecording request, CancellationToken cancellationToken)
        {
            if (await seats.FindAsync(request.CallId, cancellationToken) is null) return new NotFound();
            if (await recordings.FindAsync(request.CallId, request.Id, cancellationToken) is not { } recording) return new NotFound();
            return new RecordingProgress(recording.State, await recordings.CountAsync(request.Id, cancellationToken));
        }
    }
}
