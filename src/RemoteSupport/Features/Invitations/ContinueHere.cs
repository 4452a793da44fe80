using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The call was opened on another device, or this one's time ran out, and the guest wants to go on here: it takes the call back (IN-6).</summary>
[OpenToAll]
public sealed record ContinueHere : ICommand<StartedVisit>
{
    internal sealed class Handler(GuestEntrance entrance, AuditTrail audit, Caller caller) : IRequestHandler<ContinueHere, Outcome<StartedVisit>>
    {
        public async Task<Outcome<StartedVisit>> Handle(ContinueHere request, CancellationToken cancellationToken)
        {
            audit.Nothing();
            // Who was let in once with the link proves it by the pass that ended.
            return caller.EndedPass is { } ended ? await entrance.EnterAsync(ended.Pass.SubjectId, cancellationToken) : new LinkUnknown();
        }
    }
}
