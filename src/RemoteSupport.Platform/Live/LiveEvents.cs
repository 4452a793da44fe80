using System.Text.Json;
using Dapper;
using Npgsql;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Live;

/// <summary>
/// Tells open pages that something changed: an event is written in the transaction of the change, kept for ten minutes, and announced to every
/// node, which tells its own connected clients. An event says that and what changed; whoever hears it reads the state anew.
/// </summary>
public sealed class LiveEvents(Db db, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    internal const string Channel = "live";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    /// <summary>What an event says about new entries of the audit trail.</summary>
    public const string Audit = "audit";

    /// <summary>What an event says about messages: sent, failed, delivered, sent again.</summary>
    public const string Messages = "messages";

    /// <summary>The topic of the pages of those who administer the tenant.</summary>
    public const string TopicOfTenant = "tenant";

    /// <summary>The topic of an organization's own pages, for those who may look inside it.</summary>
    public static string TopicOfOrganization(Guid id) => $"organization/{id:N}";

    /// <summary>Writes an event about a topic, such as "session/{id}", in the running transaction.</summary>
    public Task PublishAsync(string topic, string what) => PublishAllAsync([topic], what);

    /// <summary>The same about many topics, in one round trip. Where the topics are sessions' whose end has moved, it says until when.</summary>
    public Task PublishAllAsync(IReadOnlyCollection<string> topics, string what, DateTimeOffset? until = null)
    {
        ArgumentNullException.ThrowIfNull(topics);
        if (!db.InTransaction) throw new InvalidOperationException("An event is written in the transaction of what changed.");
        var now = clock.GetUtcNow();
        return db.RunAsync(
            """
            insert into live_events (id, topic, what, due_at) select e.id, e.topic, @what, @dueAt from unnest(@ids::uuid[], @topics::text[]) as e (id, topic);
            select pg_notify('live', announced) from unnest(@announced::text[]) as announced
            """,
            new
            {
                ids = topics.Select(_ => Guid.CreateVersion7(now)).ToArray(), topics = topics.ToArray(), what, dueAt = now + KeptFor,
                announced = topics.Select(topic => JsonSerializer.Serialize(new LiveEvent(tenancy.Tenant.Id, topic, what, until))).ToArray(),
            });
    }

    /// <summary>
    /// What was announced on these topics and is not in a snapshot of the database ("xmin:xmax:xip…", as PostgreSQL writes it). Null where that cannot be told:
    /// the text is none.
    /// </summary>
    public async Task<IReadOnlyList<string>?> SinceAsync(IReadOnlyCollection<string> topics, string snapshot, CancellationToken ct = default)
    {
        try
        {
            return await db.ListAsync<string>(
                """
                select distinct what from live_events
                where topic = any(@topics) and xid >= pg_snapshot_xmin(@snapshot::pg_snapshot) and not pg_visible_in_snapshot(xid, @snapshot::pg_snapshot)
                """,
                new { topics = topics.ToArray(), snapshot }, ct);
        }
        catch (PostgresException none) when (none.SqlState is PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.CharacterNotInRepertoire)
        {
            return null;
        }
    }

    /// <summary>Runs a statement and writes an event about it in one round trip; both happen or neither, also without a transaction around them.</summary>
    internal Task<int> RunAndPublishAsync(string sql, object arguments, string topic, string what)
    {
        var now = clock.GetUtcNow();
        var all = new DynamicParameters(arguments);
        all.AddDynamicParams(new { liveId = Guid.CreateVersion7(now), topic, what, liveDueAt = now + KeptFor, announced = JsonSerializer.Serialize(new LiveEvent(tenancy.Tenant.Id, topic, what)) });
        return db.RunAsync(
            sql + """
            ;
            insert into live_events (id, topic, what, due_at) values (@liveId, @topic, @what, @liveDueAt);
            select pg_notify('live', @announced)
            """,
            all);
    }
}

/// <summary>What travels from node to node.</summary>
internal sealed record LiveEvent(Guid Tenant, string Topic, string What, DateTimeOffset? Until = null)
{
    public string Group => GroupOf(Tenant, Topic);

    public static string GroupOf(Guid tenant, string topic) => $"{tenant:N}/{topic}";
}
