using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Platform.Auditing;

/// <summary>
/// Writes the audit trail (AU-1): one entry a command, in the command's transaction. A handler says what it did it to and what changed; the
/// rest comes from the scope. Names and values go to a side table, the entry holds their salted hash. Open pages of the organization hear of it.
/// </summary>
public sealed class AuditTrail(Db db, Caller caller, LiveEvents live, TimeProvider clock)
{
    private readonly JsonObject changes = [];
    private (string Kind, Guid Id, string? Name)? target;
    private (Guid Id, string Name, string Role)? actor;
    private (bool IsStated, Guid? Id) organization;
    private bool isNothing;

    /// <summary>What the command acts on: its kind ("account"), id, and the name a person knows it by.</summary>
    public void Target(string kind, Guid id, string? name = null) => target = (kind, id, name);

    /// <summary>The same for what belongs to an organization, or (null) to none, whoever acts.</summary>
    public void Target(string kind, Guid id, string? name, Guid? organizationId)
    {
        Target(kind, id, name);
        organization = (true, organizationId);
    }

    /// <summary>The command turned out to have nothing to do: it leaves no entry, unless it changed something elsewhere.</summary>
    public void Nothing() => isNothing = true;

    /// <summary>Who acts, whatever session the request has: somebody who has just proved to be an account's holder.</summary>
    public void By(Guid accountId, string name, string role) => actor = (accountId, name, role);

    /// <summary>A field before and after; nothing if it is the same. Never a secret.</summary>
    public void Changed(string field, object? before, object? after)
    {
        if (Equals(before, after)) return;
        changes[field] = new JsonObject { ["before"] = JsonSerializer.SerializeToNode(before), ["after"] = JsonSerializer.SerializeToNode(after) };
    }

    /// <summary>Adds the entry and begins the next one. The mediator does this; only commands that make their own transactions call it.</summary>
    public async Task WriteAsync(string action, bool isQuiet = false)
    {
        if (!isNothing || changes.Count > 0) await InsertAsync(action, isQuiet);
        Forget();
    }

    /// <summary>Begins anew: what was said so far has been taken back.</summary>
    public void Forget()
    {
        changes.Clear();
        (actor, target, organization, isNothing) = (null, null, default, false);
    }

    /// <summary>Adds what the clock, and nobody, has done, in one round trip. The running command's own entry stays as it is.</summary>
    public Task WriteOwnAsync(IReadOnlyCollection<OwnEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var now = clock.GetUtcNow();
        return db.RunAsync(
            """
            with entry as materialized (
              select * from unnest(@ids::uuid[], @actions::text[], @organizations::uuid[], @kinds::text[], @targets::uuid[], @salts::bytea[], @details::text[])
                as e (id, action, organization_id, target_kind, target_id, salt, details)),
            event as (
              insert into audit_events (id, at, action, organization_id, target_kind, target_id, details_hash)
              select id, @now, action, organization_id, target_kind, target_id, sha256(salt || convert_to((details::jsonb)::text, 'UTF8')) from entry)
            insert into audit_details (event_id, salt, details)
            select id, salt, details::jsonb from entry
            """,
            new
            {
                now,
                ids = entries.Select(_ => Guid.CreateVersion7(now)).ToArray(),
                actions = entries.Select(entry => entry.Action).ToArray(),
                organizations = entries.Select(entry => entry.OrganizationId).ToArray(),
                kinds = entries.Select(entry => entry.Kind).ToArray(),
                targets = entries.Select(entry => entry.Id).ToArray(),
                salts = entries.Select(_ => RandomNumberGenerator.GetBytes(16)).ToArray(),
                details = entries.Select(entry => entry.Details).ToArray(),
            });
    }

    private Task<int> InsertAsync(string action, bool isQuiet)
    {
        var details = new JsonObject { ["actor"] = actor?.Name ?? caller.Session?.Name, ["target"] = target?.Name, ["changes"] = changes.DeepClone() }.ToJsonString();
        var session = caller.Session;
        var (now, about) = (clock.GetUtcNow(), organization.IsStated ? organization.Id : session?.Inside);
        var entry = new
        {
            id = Guid.CreateVersion7(now), now, action, actorId = actor?.Id ?? session?.AccountId, actorRole = actor?.Role ?? session?.Role ?? (caller.Pass is not null ? "guest" : caller.IsOperator ? "operator" : null),
            actingAs = session?.Acting?.Role, remoteLoginId = session?.Acting is null ? (Guid?)null : session.Id,
            ip = caller.Address, about, targetKind = target?.Kind, targetId = target?.Id, salt = RandomNumberGenerator.GetBytes(16), details,
        };
        return about is { } topic && !isQuiet ? live.RunAndPublishAsync(InsertSql, entry, LiveEvents.TopicOfOrganization(topic), LiveEvents.Audit) : db.RunAsync(InsertSql, entry);
    }

    private const string InsertSql =
        """
        with event as (
          insert into audit_events (id, at, action, actor_id, actor_role, acting_as, remote_login_id, ip, organization_id, target_kind, target_id, details_hash)
          values (@id, @now, @action, @actorId, @actorRole, @actingAs, @remoteLoginId, @ip, @about, @targetKind, @targetId, sha256(@salt || convert_to((@details::jsonb)::text, 'UTF8')))
          returning id)
        insert into audit_details (event_id, salt, details)
        select id, @salt, @details::jsonb from event
        """;
}

/// <summary>An entry of the product's own, of what the clock did: one field of one thing before and after.</summary>
public sealed record OwnEntry(string Action, string Kind, Guid Id, string? Name, Guid? OrganizationId, string Field, string? Before, string? After)
{
    /// <summary>As every entry keeps them.</summary>
    internal string Details => new JsonObject
    {
        ["actor"] = null, ["target"] = Name, ["changes"] = new JsonObject { [Field] = new JsonObject { ["before"] = Before, ["after"] = After } },
    }.ToJsonString();
}
