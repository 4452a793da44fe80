using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RemoteSupport.Features.Organizations;

/// <summary>A place in the list of organizations by name; as text it is the cursor of its page, opaque to callers.</summary>
internal sealed record ListPlace(string NameKey, Guid Id)
{
    private const int IdLength = 16;
    private static readonly ListPlace Start = new("", Guid.Empty);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>False for what is no cursor of ours; none at all is the start.</summary>
    public static bool TryRead(string? cursor, [NotNullWhen(true)] out ListPlace? place)
    {
        place = Start;
        if (string.IsNullOrEmpty(cursor)) return true;
        try
        {
            var bytes = Base64Url.DecodeFromChars(cursor);
            place = new(Strict.GetString(bytes.AsSpan(IdLength)), new Guid(bytes.AsSpan(0, IdLength)));
            return !place.NameKey.Contains('\0', StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            place = null;
            return false;
        }
    }

    public override string ToString() => Base64Url.EncodeToString([.. Id.ToByteArray(), .. Encoding.UTF8.GetBytes(NameKey)]);
}
