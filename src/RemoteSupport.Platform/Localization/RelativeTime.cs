using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Localization;

/// <summary>The words for a distance from now, always in its largest whole unit.</summary>
internal static class RelativeTime
{
    private const int DaysOfMonth = 30;
    private const int DaysOfYear = 365;

    public static string Past(IStringLocalizer localizer, TimeSpan distance) => distance switch
    {
        { TotalMinutes: < 1 } => localizer["just now"],
        { TotalHours: < 1 } => localizer.Plural(distance.Minutes, "{0} minute ago", "{0} minutes ago"),
        { TotalDays: < 1 } => localizer.Plural(distance.Hours, "{0} hour ago", "{0} hours ago"),
        { TotalDays: < DaysOfMonth } => localizer.Plural(distance.Days, "{0} day ago", "{0} days ago"),
        { TotalDays: < DaysOfYear } => localizer.Plural(distance.Days / DaysOfMonth, "{0} month ago", "{0} months ago"),
        _ => localizer.Plural(distance.Days / DaysOfYear, "{0} year ago", "{0} years ago"),
    };

    public static string Ahead(IStringLocalizer localizer, TimeSpan distance) => distance switch
    {
        { TotalMinutes: < 1 } => localizer["in less than a minute"],
        { TotalHours: < 1 } => localizer.Plural(distance.Minutes, "in {0} minute", "in {0} minutes"),
        { TotalDays: < 1 } => localizer.Plural(distance.Hours, "in {0} hour", "in {0} hours"),
        { TotalDays: < DaysOfMonth } => localizer.Plural(distance.Days, "in {0} day", "in {0} days"),
        { TotalDays: < DaysOfYear } => localizer.Plural(distance.Days / DaysOfMonth, "in {0} month", "in {0} months"),
        _ => localizer.Plural(distance.Days / DaysOfYear, "in {0} year", "in {0} years"),
    };
}
