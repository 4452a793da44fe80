using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace RemoteSupport.Platform.Web;

/// <summary>The word that lets one answer's scripts add style sheets, on the few pages whose policy says so.</summary>
public static class StyleNonce
{
    private const int Bytes = 16;
    private static readonly object Item = new();

    /// <summary>The same for the whole of one answer, and never again.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[Item] is string known) return known;
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Items[Item] = nonce;
        return nonce;
    }
}
