using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>Text that may hold half a surrogate pair (JSON can carry one): normalizing such a text would throw.</summary>
internal static class WellFormed
{
    /// <summary>The text with every half pair replaced by U+FFFD, as UTF-8 would write it.</summary>
    internal static string Text(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
