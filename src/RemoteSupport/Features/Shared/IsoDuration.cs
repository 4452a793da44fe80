using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace RemoteSupport.Features.Shared;

/// <summary>ISO 8601 durations of days, hours, minutes and seconds, such as PT4H or P1D (RA-4). Months and years have no length, weeks are not taken.</summary>
public static partial class IsoDuration
{
    /// <summary>The length; null for what cannot be read.</summary>
    public static TimeSpan? Read(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } match) return null;
        double Part(string name) => match.Groups[name] is { Success: true } group ? double.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var seconds = (((((Part("d") * 24) + Part("h")) * 60) + Part("m")) * 60) + Part("s");
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The length as text, in whole seconds.</summary>
    public static string Write(TimeSpan length) => XmlConvert.ToString(TimeSpan.FromSeconds(Math.Floor(length.TotalSeconds)));

    [GeneratedRegex(@"\AP(?=[0-9T])(?:(?<d>[0-9]{1,9})D)?(?:T(?=[0-9])(?:(?<h>[0-9]{1,9})H)?(?:(?<m>[0-9]{1,9})M)?(?:(?<s>[0-9]{1,9})S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
