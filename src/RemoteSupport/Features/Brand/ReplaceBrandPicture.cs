using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Brand;

/// <summary>A tenant admin puts a logo or an icon in the place of the one before (TN-3).</summary>
/// <param name="Kind">Which.</param>
/// <param name="Upload">A PNG or JPEG as it came.</param>
[Requires(Permission.Tenant)]
public sealed record ReplaceBrandPicture(string Kind, byte[] Upload) : ICommand<BrandAnswer>
{
    internal sealed class Handler(BrandRows rows, BrandTrail trail) : IRequestHandler<ReplaceBrandPicture, Outcome<BrandAnswer>>
    {
        public async Task<Outcome<BrandAnswer>> Handle(ReplaceBrandPicture request, CancellationToken cancellationToken)
        {
            if (!BrandPicture.IsKind(request.Kind)) return new NotFound();
            if (!BrandPicture.Read(request.Kind, request.Upload).Succeeded(out var picture, out var refusal)) return refusal;
            await rows.HoldAsync(cancellationToken);
            var (before, after) = (await rows.FindPictureAsync(request.Kind, cancellationToken), new PictureRow(picture.Content.MediaType, picture.Content.Content));
            if (trail.Record(request.Kind, before, after)) await rows.PutAsync(request.Kind, after, cancellationToken);
            return await rows.ShowAsync(cancellationToken);
        }
    }
}
