using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>The job's work: closes what is over by the clock and reminds of what is about to be, a batch at a time (RA-7, RA-13). Late, it lengthens nothing.</summary>
[OperatorOnly]
public sealed record CloseOver : ICommand<int>
{
    internal sealed class Handler(Closing closing, Reminders reminders, AuditTrail audit) : IRequestHandler<CloseOver, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(CloseOver request, CancellationToken cancellationToken)
        {
            var done = await closing.CloseBatchAsync(cancellationToken) + await reminders.SendBatchAsync(cancellationToken);
            // What it did has entries of its own.
            audit.Nothing();
            return done;
        }
    }
}
