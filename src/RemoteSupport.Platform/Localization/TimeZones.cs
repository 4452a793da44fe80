using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Localization;

/// <summary>The time zones a person can pick, by their IANA names.</summary>
public static partial class TimeZones
{
    private const int LongestName = 64;
    private const string Universal = "UTC";

    private static readonly Lazy<IReadOnlyList<string>> Listed = new(List);

    /// <summary>The names, sorted; read from the system once.</summary>
    public static IReadOnlyList<string> All => Listed.Value;

    /// <summary>Whether this is the name of a time zone; also of one under an older name that is not offered.</summary>
    public static bool IsKnown([NotNullWhen(true)] string? name) => TryFind(name, out _);

    /// <summary>The time zone of a name.</summary>
    public static bool TryFind([NotNullWhen(true)] string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is { Length: > 0 and <= LongestName }
            && Shape().IsMatch(name)
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone)
            && zone.HasIanaId;
    }

    private static IReadOnlyList<string> List() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId)
            .Select(zone => zone.Id)
            .Append(Universal)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    // On Linux a name becomes a path under the zones' folder: nothing but plain segments may pass.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\z")]
    private static partial Regex Shape();
}
