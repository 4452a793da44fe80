using System.Net;

namespace RemoteSupport.Platform.Identity;

/// <summary>Who sends the operations of a scope, and from where. A request's comes from its session; commands never carry it.</summary>
public sealed class Caller
{
    /// <summary>Null when nobody is signed in.</summary>
    public Session? Session { get; set; }

    /// <summary>What the database had when the session was found: whatever this request shows has that, and perhaps more. Null when nobody is signed in.</summary>
    public string? Snapshot { get; set; }

    /// <summary>The session, where the operation's requirements made sure of one.</summary>
    public Session SignedIn => Session ?? throw new InvalidOperationException("This needs somebody signed in, and nobody is.");

    /// <summary>The organization in which the caller moves, where the operation's requirements made sure of one.</summary>
    public Guid Organization => SignedIn.Inside ?? throw new InvalidOperationException("This needs somebody inside an organization.");

    /// <summary>The remote login that the request came with, once it is over; null when it came with none, or with a running one.</summary>
    public FoundSession? Ended { get; set; }

    /// <summary>The guest's pass, on a guest's pages; null everywhere else. There, nobody is signed in.</summary>
    public Pass? Pass { get; set; }

    /// <summary>The pass that the request came with, once it is over; null when it came with none, or with one that can be used.</summary>
    public FoundPass? EndedPass { get; set; }

    /// <summary>The language of the link by which somebody comes who is not let in yet (IN-2); null without one.</summary>
    public string? LinkLanguage { get; set; }

    /// <summary>The address of the other side, behind known proxies; loopback on the command line.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The browser or program, as it calls itself; at most 500 characters.</summary>
    public string Device { get; set; } = "";

    /// <summary>The operator's command line and the product's own jobs.</summary>
    public bool IsOperator { get; set; }
}
