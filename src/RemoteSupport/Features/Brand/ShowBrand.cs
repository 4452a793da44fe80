using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Brand;

/// <summary>A tenant admin sees the brand as it is saved, whatever a node still remembers (TN-3).</summary>
[Requires(Permission.Tenant)]
public sealed record ShowBrand : IQuery<BrandAnswer>
{
    internal sealed class Handler(BrandRows rows) : IRequestHandler<ShowBrand, Outcome<BrandAnswer>>
    {
        public async Task<Outcome<BrandAnswer>> Handle(ShowBrand request, CancellationToken cancellationToken) => await rows.ShowAsync(cancellationToken);
    }
}
