using System.Buffers;
using System.Text;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>The default alphabet of GSM 03.38 and its extension. Accented capitals and á í ó ú ç are not in it.</summary>
internal static class GsmAlphabet
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    // Led by an escape, so each takes the room of two.
    private static readonly SearchValues<char> Extension = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>0 for a character that the alphabet lacks.</summary>
    public static int SeptetsOf(Rune rune)
    {
        if (!rune.IsBmp) return 0;
        if (Basic.Contains((char)rune.Value)) return 1;
        return Extension.Contains((char)rune.Value) ? 2 : 0;
    }
}
