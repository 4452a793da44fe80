using MediatR;
using Microsoft.Net.Http.Headers;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Brand;

internal static class BrandApi
{
    public static void MapBrandApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/brand", async (HttpContext http, IMediator mediator) => Show(await mediator.Send(new ShowBrand()), http))
            .WithSummary("Shows the tenant's brand, with its version as ETag (TN-3).").Produces<BrandAnswer>();
        api.MapPatch("/brand", async (ChangeBrand body, HttpContext http, IMediator mediator) => Show(await mediator.Send(body with { Seen = SeenSigns(http.Request) }), http))
            .WithSummary("Changes the brand: what is not mentioned stays. With If-Match only the version that it names (TN-3).")
            .Produces<BrandAnswer>().ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        foreach (var kind in new[] { BrandPicture.Logo, BrandPicture.Icon }) MapPicture(api, kind);
    }

    private static void MapPicture(IEndpointRouteBuilder api, string kind)
    {
        api.MapPut($"/brand/{kind}", async (HttpContext http, IMediator mediator) =>
                Show(await mediator.Send(new ReplaceBrandPicture(kind, await BrandUpload.ReadAsync(http.Request.Body, http.RequestAborted))), http))
            .WithSummary($"Replaces the {kind}: a PNG or JPEG of at most 256 KB, sent as the body as it is. It is checked by content and written anew without what else is in it (TN-3).")
            .Produces<BrandAnswer>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapDelete($"/brand/{kind}", async (HttpContext http, IMediator mediator) => Show(await mediator.Send(new RemoveBrandPicture(kind)), http))
            .WithSummary($"Takes the {kind} away; the name, or its initial, stands there instead (TN-3).").Produces<BrandAnswer>();
    }

    private static IResult Show(Outcome<BrandAnswer> outcome, HttpContext http) => outcome.ToResult(brand =>
    {
        http.Response.Headers.ETag = $"\"{brand.Sign()}\"";
        return Results.Ok(brand);
    });

    /// <summary>Null, asked for nothing, without the header or with "*". What cannot be read is a version that never was.</summary>
    private static string[]? SeenSigns(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags)) return [""];
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? null : [.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString().Trim('"'))];
    }
}

/// <summary>Reads a picture as it comes.</summary>
internal static class BrandUpload
{
    /// <summary>One byte more than may be is enough to know that it is too much.</summary>
    public static async Task<byte[]> ReadAsync(Stream stream, CancellationToken ct)
    {
        var content = new byte[BrandPicture.MostBytes + 1];
        return content[..await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, ct)];
    }
}
