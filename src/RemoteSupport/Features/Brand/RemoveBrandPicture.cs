using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Brand;

/// <summary>A tenant admin takes a logo or an icon away: the name, or its initial, stands there instead (TN-3).</summary>
/// <param name="Kind">Which.</param>
[Requires(Permission.Tenant)]
public sealed record RemoveBrandPicture(string Kind) : ICommand<BrandAnswer>
{
    internal sealed class Handler(BrandRows rows, BrandTrail trail) : IRequestHandler<RemoveBrandPicture, Outcome<BrandAnswer>>
    {
        public async Task<Outcome<BrandAnswer>> Handle(RemoveBrandPicture request, CancellationToken cancellationToken)
        {
            if (!BrandPicture.IsKind(request.Kind)) return new NotFound();
            await rows.HoldAsync(cancellationToken);
            if (trail.Record(request.Kind, await rows.FindPictureAsync(request.Kind, cancellationToken), after: null)) await rows.RemoveAsync(request.Kind, cancellationToken);
            return await rows.ShowAsync(cancellationToken);
        }
    }
}
