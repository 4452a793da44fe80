using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>A tenant admin looks at how text messages go out.</summary>
[Requires(Permission.Tenant)]
public sealed record ShowSmsDelivery : IQuery<SmsDelivery>
{
    internal sealed class Handler(SmsRows rows) : IRequestHandler<ShowSmsDelivery, Outcome<SmsDelivery>>
    {
        public async Task<Outcome<SmsDelivery>> Handle(ShowSmsDelivery request, CancellationToken cancellationToken) => await rows.ReadAsync();
    }
}
