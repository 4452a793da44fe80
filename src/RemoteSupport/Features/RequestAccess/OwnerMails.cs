using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Asks the owner to decide, in the owner's language, else the organization's (RA-5).</summary>
internal sealed class OwnerMails(Outbox outbox, IMediator mediator)
{
    /// <summary>Where the owner decides.</summary>
    public const string Page = "/manage/remote-support";

    /// <summary>Queues the mail in the running transaction.</summary>
    public async Task RequestedAsync(AccessRequest asked, Gate gate, Owner owner)
    {
        var activation = owner.IsInvited ? (await mediator.Send(new IssueActivationLink(owner.Id, Page))).Value : null;
        // The address is another account's: its holder has been told of that, and is not the one to decide (AC-3).
        if (owner.IsInvited && activation is null) return;
        var recipient = new Recipient(owner.Email, owner.Name, owner.Language ?? gate.Language, owner.TimeZone ?? gate.TimeZone);
        await outbox.QueueAsync(recipient, words => new AccessRequestedEmail(
            asked.Grant, activation, words.LinkTo(Page), asked.RequesterName, gate.Name, words.Duration(asked.RequestedDuration), asked.Note ?? "", asked.ExtendsId is not null,
            words.Instant(asked.LapsesAt)));
    }
}
