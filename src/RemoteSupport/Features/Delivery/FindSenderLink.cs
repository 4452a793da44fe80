using MediatR;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>Which address a link asks about. Looking uses nothing up (AC-11).</summary>
[OpenToAll]
public sealed record FindSenderLink : IQuery<ConfirmedSender>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    internal sealed class Handler(SenderLinks links) : IRequestHandler<FindSenderLink, Outcome<ConfirmedSender>>
    {
        public async Task<Outcome<ConfirmedSender>> Handle(FindSenderLink request, CancellationToken cancellationToken) =>
            await links.FindAsync(request.Token) is { } sender ? new ConfirmedSender(sender) : new SenderLinkExpired();
    }
}
