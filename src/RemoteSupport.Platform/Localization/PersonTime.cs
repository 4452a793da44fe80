using System.Globalization;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Localization;

/// <summary>Writes instants and durations for a person: in their time zone, with the zone named, in the current language.</summary>
public sealed class PersonTime(IStringLocalizer localizer, TimeProvider clock)
{
    /// <summary>Day, time and zone: <c>21 Nov 2026, 15:30 (Europe/Rome)</c>.</summary>
    /// <exception cref="TimeZoneNotFoundException">The zone is none.</exception>
    public string Instant(DateTimeOffset instant, string timeZone)
    {
        var (local, zone) = Local(instant, timeZone);
        return localizer["{0}, {1} ({2})", Languages.CurrentFormats.Day(DateOnly.FromDateTime(local.DateTime)), Time(local), zone];
    }

    /// <summary>How long ago or ahead, in its largest unit: <c>5 minutes ago</c>, <c>in 2 days</c>.</summary>
    public string Relative(DateTimeOffset instant)
    {
        var distance = clock.GetUtcNow() - instant;
        return distance >= TimeSpan.Zero ? RelativeTime.Past(localizer, distance) : RelativeTime.Ahead(localizer, distance.Negate());
    }

    /// <summary>A length of time in days, hours and minutes: <c>1 day 2 hours 30 minutes</c>; below a minute in seconds.</summary>
    public string Duration(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var parts = new List<string>();
        if (duration.Days > 0)
            parts.Add(localizer.Plural(duration.Days, "{0} day", "{0} days"));
        if (duration.Hours > 0)
            parts.Add(localizer.Plural(duration.Hours, "{0} hour", "{0} hours"));
        if (duration.Minutes > 0)
            parts.Add(localizer.Plural(duration.Minutes, "{0} minute", "{0} minutes"));
        return parts.Count > 0 ? string.Join(' ', parts) : localizer.Plural(duration.Seconds, "{0} second", "{0} seconds");
    }

    private static (DateTimeOffset Local, string Zone) Local(DateTimeOffset instant, string timeZone)
    {
        if (!TimeZones.TryFind(timeZone, out var zone))
            throw new TimeZoneNotFoundException($"\"{timeZone}\" is no time zone.");
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return (local, Name(zone, local));
    }

    /// <summary>When clocks go back an hour happens twice; there the offset says which one is meant.</summary>
    private static string Name(TimeZoneInfo zone, DateTimeOffset local) => zone.IsAmbiguousTime(local.DateTime)
        ? string.Create(CultureInfo.InvariantCulture, $"{zone.Id}, UTC{local:zzz}")
        : zone.Id;

    private static string Time(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
