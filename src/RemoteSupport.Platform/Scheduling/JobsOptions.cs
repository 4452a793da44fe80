namespace RemoteSupport.Platform.Scheduling;

/// <summary>Configuration "Jobs".</summary>
public sealed class JobsOptions
{
    /// <summary>Whether this node runs jobs at all; nodes that only serve can leave them to others.</summary>
    public bool Run { get; set; } = true;

    /// <summary>Nodes of one name share the work; the same on every node of an installation.</summary>
    public string Cluster { get; set; } = "remotesupport";

    /// <summary>How often each kind of work looks for what is due: 15 seconds. Takes effect for kinds that the schedule does not know yet.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(15);
}
