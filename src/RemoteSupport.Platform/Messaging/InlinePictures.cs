using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>The pictures that an HTML text refers to by <c>cid:</c>: the tenant's logo, and the QR code of the message's link (IN-3).</summary>
public static class InlinePictures
{
    /// <summary>Those that stand in the HTML, in any template, also a tenant's own. What it does not show would look like an attachment.</summary>
    /// <param name="html">The finished HTML.</param>
    /// <param name="logo">The tenant's logo, if it has one.</param>
    /// <param name="address">Where the message's link leads; null for a message without one.</param>
    public static IReadOnlyList<InlineImage> In(string? html, InlineImage? logo, string? address)
    {
        var pictures = new List<InlineImage>(2);
        if (logo is not null && Shows(html, logo.ContentId)) pictures.Add(logo);
        if (address is not null && Shows(html, QrPicture.ContentId)) pictures.Add(QrPicture.Of(address));
        return pictures;
    }

    /// <summary>The same HTML with its pictures inside, for pages, which cannot refer to an attachment.</summary>
    public static string Inline(string html, InlineImage? logo, string? address)
    {
        ArgumentNullException.ThrowIfNull(html);
        return In(html, logo, address).Aggregate(html, (whole, picture) => whole.Replace("cid:" + picture.ContentId, picture.DataUrl, StringComparison.Ordinal));
    }

    private static bool Shows(string? html, string id) => html?.Contains("cid:" + id, StringComparison.Ordinal) == true;
}
