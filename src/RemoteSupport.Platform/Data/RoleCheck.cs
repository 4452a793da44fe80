using Dapper;
using Npgsql;

namespace RemoteSupport.Platform.Data;

/// <summary>
/// Refuses to serve on a role that the fence does not hold back: superusers, BYPASSRLS and owners see every tenant, silently.
/// </summary>
public static class RoleCheck
{
    /// <summary>Throws with a sentence for the operator when the connection's role is not fit.</summary>
    public static async Task EnsureFencedAsync(NpgsqlDataSource app, CancellationToken ct = default)
    {
        DapperTypes.Register();
        await using var connection = await app.OpenConnectionAsync(ct);
        var role = await connection.QuerySingleAsync<Role>(
            """
            select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
                   exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v')) as owns,
                   pg_has_role(current_user, 'owner', 'member') as is_owner
            from pg_roles r
            where r.rolname = current_user
            """);
        if (role.Superuser || role.Bypasses || role.Owns || role.IsOwner)
            throw new InvalidOperationException(
                $"ConnectionStrings:Postgres logs in as \"{role.Name}\", which row-level security does not hold back "
                + "(a superuser, a role with BYPASSRLS, or an owner). Use the role \"app\": see docs/operations.md.");
    }

    private sealed record Role(string Name, bool Superuser, bool Bypasses, bool Owns, bool IsOwner);
}
