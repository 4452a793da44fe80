namespace RemoteSupport.Features.RequestAccess;

/// <summary>The rules' numbers (RA-4, RA-7, RA-13, RA-21).</summary>
internal static class AccessRules
{
    /// <summary>The shortest access that can be asked for or given.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromMinutes(1);

    /// <summary>An undecided request lapses at exactly this age.</summary>
    public static TimeSpan LapsesAfter { get; } = TimeSpan.FromDays(7);

    /// <summary>A rolling day, in which requests are counted.</summary>
    public static TimeSpan Day { get; } = TimeSpan.FromDays(1);

    /// <summary>Requests to an organization in a day.</summary>
    public static int MostOfOrganization => 5;

    /// <summary>Requests of a person in a day.</summary>
    public static int MostOfPerson => 20;

    /// <summary>After a rejection nobody asks that organization for so long.</summary>
    public static TimeSpan PauseAfterRejection { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The requester is reminded this long before the end.</summary>
    public static TimeSpan RemindedBefore { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Of the end of a grant this long or shorter nobody is reminded.</summary>
    public static TimeSpan LongestWithoutReminder { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The durations to choose from, up to a tenant's maximum.</summary>
    public static IReadOnlyList<TimeSpan> OffersUpTo(TimeSpan longest)
    {
        TimeSpan[] all = [
            TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(24), TimeSpan.FromDays(3), TimeSpan.FromDays(7)];
        var offers = all.Where(offer => offer <= longest).ToList();
        return offers.Count > 0 ? offers : [longest];
    }

    /// <summary>When a job looks at a grant next: to remind of its end, or to close it.</summary>
    public static DateTimeOffset GrantIsDueAt(DateTimeOffset since, DateTimeOffset expiresAt) =>
        expiresAt - since > LongestWithoutReminder ? expiresAt - RemindedBefore : expiresAt;
}
