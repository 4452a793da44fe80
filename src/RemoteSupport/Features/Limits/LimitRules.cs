namespace RemoteSupport.Features.Limits;

/// <summary>Within which bounds a tenant sets its limits, and what the page offers of them.</summary>
internal static class LimitRules
{
    private static readonly TimeSpan[] Lengths =
    [
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12),
        TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(3), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(30),
        TimeSpan.FromDays(90), TimeSpan.FromDays(180), TimeSpan.FromDays(365), TimeSpan.FromDays(730), TimeSpan.FromDays(1825), TimeSpan.FromDays(3650),
    ];

    /// <summary>The bounds of the longest access.</summary>
    public static LengthRange Access { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));

    /// <summary>The bounds of an invitation's lifetime.</summary>
    public static LengthRange Invitation { get; } = new(TimeSpan.FromMinutes(15), TimeSpan.FromDays(7));

    /// <summary>The bounds of how long media are kept.</summary>
    public static LengthRange Media { get; } = new(TimeSpan.FromDays(1), TimeSpan.FromDays(3650));

    /// <summary>What can be chosen on the page, with what stands there or was chosen should it be another.</summary>
    public static IEnumerable<TimeSpan> OffersWithin(LengthRange range, params TimeSpan?[] also) => Lengths.Concat(also.OfType<TimeSpan>()).Where(range.Holds).Distinct().Order();
}

/// <summary>From a shortest to a longest length of time, both allowed.</summary>
internal sealed record LengthRange(TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>Whether a length lies within.</summary>
    public bool Holds(TimeSpan length) => length >= Shortest && length <= Longest;
}
