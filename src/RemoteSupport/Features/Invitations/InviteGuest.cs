using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>Invites somebody into a video call by e-mail or SMS, in the language chosen for them (IN-1, IN-2).</summary>
[Requires(Permission.Invitations)]
public sealed record InviteGuest : InvitationFields, ICommand<SupportInvitation>
{
    internal sealed class Handler(InvitationRegister register, GuestAddresses addresses, ReportOrigin origin, InvitationReader invitations, AuditTrail audit, Caller caller)
        : IRequestHandler<InviteGuest, Outcome<SupportInvitation>>
    {
        public async Task<Outcome<SupportInvitation>> Handle(InviteGuest request, CancellationToken cancellationToken)
        {
            if (!(await origin.FindAsync(request.ProblemReportId, cancellationToken)).Succeeded(out var from, out var unseen)) return unseen;
            if (!(await addresses.ReadAsync(request, from.CustomerId, cancellationToken)).Succeeded(out var address, out var flaw)) return flaw;
            var isNew = await register.EnterAsync(request, address, from, cancellationToken);
            if (isNew.Refusal is { } refusal) return refusal;
            if (isNew.Value) audit.Target("support_invitation", request.Id, request.Invitee, caller.SignedIn.Inside);
            else audit.Nothing();
            return (await invitations.FindAsync(request.Id, cancellationToken))!;
        }
    }
}
