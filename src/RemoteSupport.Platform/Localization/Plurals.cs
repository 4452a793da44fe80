using System.Globalization;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Localization;

/// <summary>Sentences that depend on a count.</summary>
public static class Plurals
{
    /// <summary>
    /// The sentence for a count: <c>L.Plural(n, "one minute", "{0} minutes")</c>.
    /// <c>{0}</c> is the count, the arguments follow from <c>{1}</c>.
    /// Which of the language's forms is taken, the header of its PO file says.
    /// </summary>
    public static LocalizedString Plural(this IStringLocalizer localizer, long count, string one, string many, params object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(localizer);
        return localizer[one, new PluralArgument(count, many, arguments)];
    }
}

/// <summary>Carries a count through any localizer that hands its arguments on. Formatted by itself it reads as the count.</summary>
internal sealed record PluralArgument(long Count, string Many, object[] Arguments)
{
    public override string ToString() => Count.ToString(CultureInfo.CurrentCulture);
}
