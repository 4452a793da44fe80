using QRCoder;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>A QR code of an address, for whoever reads a message on one device and follows its link on another.</summary>
public static class QrPicture
{
    /// <summary>How a text refers to the code of its message's link: <c>cid:qr</c>.</summary>
    public const string ContentId = "qr";

    private const int PixelsAModule = 6;

    /// <summary>The code as a PNG; equal addresses give equal bytes.</summary>
    public static InlineImage Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return new(ContentId, "image/png", code.GetGraphic(PixelsAModule));
    }
}
