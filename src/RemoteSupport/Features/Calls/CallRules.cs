namespace RemoteSupport.Features.Calls;

/// <summary>How long a call waits for whom. Everything is valid until its moment, not at it.</summary>
internal static class CallRules
{
    /// <summary>Entries that nobody wrote.</summary>
    public const string System = "system";

    /// <summary>A guest who was not heard of for this long while it rang is gone: the call is missed.</summary>
    public static readonly TimeSpan Away = TimeSpan.FromSeconds(60);

    /// <summary>A call in which nobody is for this long is over (IN-6).</summary>
    public static readonly TimeSpan Empty = TimeSpan.FromMinutes(10);

    /// <summary>Rooms say every 15 seconds that somebody is there; after three times of silence nobody is.</summary>
    public static readonly TimeSpan Here = TimeSpan.FromSeconds(45);

    /// <summary>One mail for a guest who rings again and again.</summary>
    public static readonly TimeSpan MailPause = TimeSpan.FromMinutes(10);
}
