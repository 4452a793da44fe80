using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>Sends the same link once more, in a new message by the texts of now (IN-7). One that is on its way already is left alone: a second click sends nothing.</summary>
[Requires(Permission.Invitations)]
public sealed record ResendSupportInvitation(Guid Id) : ICommand<SupportInvitation>
{
    internal sealed class Handler(InvitationReader invitations, InvitationLinks links, InvitationRegister register, InvitationMail mail, InvitationStory story, Db db, AuditTrail audit, Caller caller)
        : IRequestHandler<ResendSupportInvitation, Outcome<SupportInvitation>>
    {
        public async Task<Outcome<SupportInvitation>> Handle(ResendSupportInvitation request, CancellationToken cancellationToken)
        {
            await links.HoldAsync(request.Id, cancellationToken);
            if (await invitations.FindAsync(request.Id, cancellationToken) is not { } found) return new NotFound();
            if (found.IsOver) return new InvitationIsOver(found.State);
            if (await IsOnItsWayAsync(request.Id, cancellationToken)) audit.Nothing();
            else if (await SendAsync(found, cancellationToken) is { } refusal) return refusal;
            return (await invitations.FindAsync(request.Id, cancellationToken))!;
        }

        private Task<bool> IsOnItsWayAsync(Guid id, CancellationToken ct) => db.SingleAsync<bool>(
            "select exists (select from support_invitations i join messages m on m.id = i.message_id where i.id = @id and m.state = 'queued' and m.attempts = 0)", new { id }, ct);

        private async Task<Refusal?> SendAsync(SupportInvitation invitation, CancellationToken ct)
        {
            var linked = (await links.FindAsync(invitation.Id, ct))!;
            if (!linked.IsOpen) return new InvitationIsOver(linked.State);
            if (await register.TooOftenAsync(linked.PersonKey, ct) is { } refusal) return refusal;
            var message = await mail.QueueAsync(new(invitation.Id, invitation.Channel, invitation.Language, invitation.Address, invitation.InviterId, invitation.ExpiresAt), ct);
            await db.RunAsync("update support_invitations set message_id = @message where id = @Id", new { invitation.Id, message }, ct);
            await story.AddAsync(invitation.Id, "resent", message);
            audit.Target("support_invitation", invitation.Id, invitation.Invitee, caller.SignedIn.Inside);
            return null;
        }
    }
}
