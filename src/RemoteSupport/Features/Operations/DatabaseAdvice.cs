using System.Net.Sockets;
using Npgsql;

namespace RemoteSupport.Features.Operations;

/// <summary>Says to an operator what a failure of the database means and what to do, in a line.</summary>
internal static class DatabaseAdvice
{
    /// <summary>The advice; <paramref name="connection"/> is the connection string's name.</summary>
    public static string For(Exception failure, string connection) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"PostgreSQL does not accept the user or password of ConnectionStrings:{connection}. Correct them, or let the role in (pg_hba.conf): see docs/operations.md.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"The database that ConnectionStrings:{connection} names does not exist. Create it: see docs/operations.md.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused =>
            $"PostgreSQL refuses this to the role of ConnectionStrings:{connection} ({refused.MessageText}). Run migrations/roles.sql: see docs/operations.md.",
        PostgresException refused => $"PostgreSQL says: {refused.MessageText} ({refused.SqlState}).",
        ArgumentException => $"ConnectionStrings:{connection} cannot be read. Correct it: see docs/operations.md.",
        SocketException or NpgsqlException or TimeoutException =>
            $"PostgreSQL cannot be reached by ConnectionStrings:{connection} ({Root(failure).Message}). Start it, or correct host and port.",
        _ => failure.Message,
    };

    private static Exception Root(Exception failure) => failure.InnerException is { } inner ? Root(inner) : failure;
}
