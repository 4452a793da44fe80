using System.Net.Sockets;
using Npgsql;

namespace RemoteSupport.Platform.Data;

/// <summary>
/// Tells a database that is away (unreachable, restarting, too busy for another connection) from a bug. What was going on failed, but trying
/// again later makes sense, and nothing has to be looked into.
/// </summary>
public static class DatabaseAway
{
    /// <summary>True when this, or what caused it, is a database that is away.</summary>
    public static bool Is(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (IsItself(failure)) return true;
        return false;
    }

    private static bool IsItself(Exception failure) => failure switch
    {
        // 08: connection, 53: resources, 57: operator's intervention (57014 is a statement that took too long), 25006: a standby not yet promoted.
        PostgresException refused => refused.SqlState is ['0', '8', ..] or ['5', '3' or '7', ..] or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException or SocketException or TimeoutException => true,
        _ => false,
    };
}
