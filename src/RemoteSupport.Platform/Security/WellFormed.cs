using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// Text that may hold half a surrogate pair (JSON can carry one), U+FFFE or U+0000: .NET cannot normalize the first two, PostgreSQL not keep the last.
/// </summary>
public static class WellFormed
{
    /// <summary>The text with each of them replaced by U+FFFD, as UTF-8 would write a half pair.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\ufffe', '\ufffd').Replace('\0', '\ufffd');
    }
}
