using MediatR;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>The holder of an address allows the tenant to send from it (DL-6).</summary>
[OpenToAll]
public sealed record ConfirmSender : ICommand<ConfirmedSender>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    internal sealed class Handler(SenderLinks links, DeliveryTrail trail, DeliveryEvents events) : IRequestHandler<ConfirmSender, Outcome<ConfirmedSender>>
    {
        public async Task<Outcome<ConfirmedSender>> Handle(ConfirmSender request, CancellationToken cancellationToken)
        {
            if (await links.UseAsync(request.Token) is not { } sender) return new SenderLinkExpired();
            trail.Confirmed(sender);
            await events.PublishAsync();
            return new ConfirmedSender(sender);
        }
    }
}

/// <summary>An address that a tenant may send from, or that its link asks about.</summary>
/// <param name="Sender">The address.</param>
public sealed record ConfirmedSender(string Sender);
