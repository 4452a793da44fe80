using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage.Pictures;

namespace RemoteSupport.Features.Brand;

/// <summary>A logo or an icon, known by what is in it and never by its file's name, and written anew (TN-3).</summary>
/// <param name="Kind"><see cref="Logo"/> or <see cref="Icon"/>.</param>
/// <param name="Content">What is kept and shown.</param>
public sealed record BrandPicture(string Kind, Picture Content)
{
    /// <summary>256 KiB, as the database has it; of what is uploaded and of what is made of it.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>On top of every page and e-mail.</summary>
    public const string Logo = "logo";

    /// <summary>In the browser's tab and on a telephone's home screen.</summary>
    public const string Icon = "icon";

    private const int ShortestSide = 16;
    private const int LongestSide = 2048;

    /// <summary>There are these two.</summary>
    public static bool IsKind(string? kind) => kind is Logo or Icon;

    /// <summary>Makes one of an upload, or says why not.</summary>
    public static Outcome<BrandPicture> Read(string kind, byte[] upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (upload.Length == 0) return new PictureMissing(kind);
        if (upload.Length > MostBytes) return new PictureTooLarge(kind);
        if (!Picture.TryRead(upload, LongestSide, out var picture, out var flaw)) return RefusalOf(flaw, kind);
        if (Math.Min(picture.Width, picture.Height) < ShortestSide) return new PictureOfWrongSize(kind);
        if (kind == Icon && picture.Width != picture.Height) return new IconNotSquare(picture.Width, picture.Height);
        return picture.Content.Length > MostBytes ? new PictureTooLarge(kind) : new BrandPicture(kind, picture);
    }

    private static Refusal RefusalOf(PictureFlaw flaw, string kind) => flaw switch
    {
        PictureFlaw.Svg => new PictureIsSvg(kind),
        PictureFlaw.Damaged => new PictureDamaged(kind),
        PictureFlaw.TooLong => new PictureOfWrongSize(kind),
        _ => new NoPicture(kind),
    };
}
