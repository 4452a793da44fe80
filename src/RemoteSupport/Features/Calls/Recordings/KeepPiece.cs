using MediatR;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>
/// Takes a piece of a running recording (CA-3), on whichever node. A piece that is here already is not written again: sent twice, it is the same. No row is held while it
/// arrives.
/// </summary>
[Requires(Permission.Invitations), OwnTransactions]
internal sealed record KeepPiece(Guid CallId, Guid Id, int Number, Stream Content) : ICommand<Done>
{
    internal sealed class Handler(Seats seats, Recordings recordings, Pieces pieces, IMediator mediator) : IRequestHandler<KeepPiece, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(KeepPiece request, CancellationToken cancellationToken)
        {
            if (request.Number is < 0 or >= RecordingRules.MostPieces || await seats.FindAsync(request.CallId, cancellationToken) is null) return new NotFound();
            if (await recordings.FindAsync(request.CallId, request.Id, cancellationToken) is not { } recording) return new NotFound();
            var here = await pieces.SumAsync(request.Id, request.Number, cancellationToken);
            if (here.IsHere) return Done.Value;
            if (recording.State != "running") return new NotRecording();
            if ((await mediator.Send(new FindMediaRoom(here.Size), cancellationToken)).Refusal is { } full) return full;
            return await pieces.KeepAsync(request.Id, request.Number, request.Content, cancellationToken);
        }
    }
}
