using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>A tenant admin has the link sent anew to the sender's address that waits; the older one is useless then.</summary>
[Requires(Permission.Tenant)]
public sealed record RenewSenderLink : ICommand<Done>
{
    internal sealed class Handler(MailRows rows, SenderLinks links, DeliveryTrail trail) : IRequestHandler<RenewSenderLink, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(RenewSenderLink request, CancellationToken cancellationToken)
        {
            var mail = await rows.HoldAsync();
            if (!mail.IsSenderWaiting) return new NothingToConfirm();
            if (await links.AskAsync(mail.Sender!) is { } refusal) return refusal;
            trail.Target();
            return Done.Value;
        }
    }
}
