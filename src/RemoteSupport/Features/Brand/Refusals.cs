using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Brand;

/// <summary>Somebody else has saved the brand since the form was opened, or since the version that a program has seen.</summary>
public sealed record BrandChangedMeanwhile()
    : Refusal("changed_meanwhile", 412, "Somebody else has saved the brand in the meantime. What stands there now is shown beside what you entered. To keep yours, save again.");

/// <summary>An upload that is no picture of a brand. All of them are answered at the field of the file.</summary>
public abstract record PictureRefused(string Kind, string Sentence) : Refusal("validation_failed", 422, Sentence)
{
    /// <inheritdoc />
    public override string? Field => Kind;
}

/// <summary>No file.</summary>
public sealed record PictureMissing(string Kind) : PictureRefused(Kind, Platform.Localization.Sentence.Of("Choose a file first."));

/// <summary>Too many bytes.</summary>
public sealed record PictureTooLarge(string Kind) : PictureRefused(Kind, Platform.Localization.Sentence.Of("The picture has more than 256 KB. Save it smaller and upload that."));

/// <summary>A drawing that could hold scripts.</summary>
public sealed record PictureIsSvg(string Kind) : PictureRefused(Kind, Platform.Localization.Sentence.Of("An SVG drawing can hold programs, so it is not taken. Save it as PNG and upload that."));

/// <summary>Something else.</summary>
public sealed record NoPicture(string Kind) : PictureRefused(Kind, Platform.Localization.Sentence.Of("This is neither a PNG nor a JPEG picture."));

/// <summary>It begins as a picture and does not go on as one.</summary>
public sealed record PictureDamaged(string Kind) : PictureRefused(Kind, Platform.Localization.Sentence.Of("This picture is damaged. Save it once more and upload that."));

/// <summary>Sides that no page could show.</summary>
public sealed record PictureOfWrongSize(string Kind) : PictureRefused(Kind, Platform.Localization.Sentence.Of("Each side of the picture has to have 16 to 2,048 pixels."));

/// <summary>Browsers and telephones show icons as squares.</summary>
public sealed record IconNotSquare(int Width, int Height) : PictureRefused(BrandPicture.Icon, Platform.Localization.Sentence.Of("The icon has to be square; this picture has {0} × {1} pixels."))
{
    /// <inheritdoc />
    public override object[] Arguments => [Width, Height];
}
