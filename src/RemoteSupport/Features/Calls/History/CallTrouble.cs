namespace RemoteSupport.Features.Calls.History;

/// <summary>What can go wrong in a call (IS-1), each with what shows it: over calls c, what the guest's side reported g, and the host's h.</summary>
internal static class CallTrouble
{
    /// <summary>By code, the gravest first.</summary>
    public static IReadOnlyList<(string Code, string Sql)> All { get; } =
    [
        ("missed", "c.state = 'missed'"),
        ("left_waiting", "c.state <> 'missed' and coalesce(c.answered_at, c.ended_at) - c.rang_at > interval '1 minute'"),
        ("camera_refused", "g.camera = 'refused'"),
        ("camera_missing", "g.camera = 'missing'"),
        ("microphone_refused", "g.microphone in ('refused', 'missing')"),
        ("blocked_in_app", "g.block = 'in_app'"),
        ("blocked_by_system", "g.block = 'system'"),
        ("blocked_by_browser", "g.block = 'browser'"),
        ("never_joined", "c.state = 'done' and c.answered_at is not null and g.join_ms is null and h.join_ms is null"),
        ("slow_join", "greatest(g.join_ms, h.join_ms) > 10000"),
        ("loss", "greatest(g.loss, h.loss) > 0.05"),
        ("slow_line", "greatest(g.rtt_ms, h.rtt_ms) > 400"),
        ("freezes", "coalesce(g.freezes, 0) + coalesce(h.freezes, 0) >= 3"),
        ("relayed", "coalesce(g.is_relayed, false) or coalesce(h.is_relayed, false)"),
    ];

    /// <summary>The tables that the conditions speak of, behind calls c.</summary>
    public const string Reports =
        """
        left join call_reports g on g.call_id = c.id and g.side = 'guest'
        left join call_reports h on h.call_id = c.id and h.side = 'host'
        """;

    /// <summary>The codes of one call, by comma.</summary>
    public static string Codes => $"concat_ws(',', {string.Join(", ", All.Select(one => $"case when {one.Sql} then '{one.Code}' end"))})";

    /// <summary>How many calls had each, by comma, in the same order.</summary>
    public static string Counts => $"concat_ws(',', {string.Join(", ", All.Select(one => $"count(*) filter (where {one.Sql})"))})";
}
