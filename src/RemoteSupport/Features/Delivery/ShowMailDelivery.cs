using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>A tenant admin looks at how e-mail goes out.</summary>
[Requires(Permission.Tenant)]
public sealed record ShowMailDelivery : IQuery<MailDelivery>
{
    internal sealed class Handler(MailRows rows) : IRequestHandler<ShowMailDelivery, Outcome<MailDelivery>>
    {
        public async Task<Outcome<MailDelivery>> Handle(ShowMailDelivery request, CancellationToken cancellationToken) => await rows.ReadAsync();
    }
}
