using System.Net;
using System.Text.Json;

namespace RemoteSupport.Features.Audit;

/// <summary>An entry of the audit trail as it was written: names are those of then (AU-1).</summary>
public sealed record AuditEvent(Guid Id, DateTimeOffset At, string Action, AuditActor Actor, IPAddress? Ip, Guid? OrganizationId, string? OrganizationName, AuditTarget? Target)
{
    /// <summary>What changed, field by field.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}

/// <summary>Who did it: the account, if somebody was signed in; in a remote login also as whom, and in which one (RA-14).</summary>
public sealed record AuditActor(Guid? Id, string? Name, string? Role, string? ActingAs, Guid? RemoteLoginId);

/// <summary>What it was done to.</summary>
public sealed record AuditTarget(string Kind, Guid? Id, string? Name);

/// <summary>A field before and after; null where there was or is nothing.</summary>
public sealed record AuditChange(string Field, JsonElement Before, JsonElement After);

/// <summary>Which entries are asked for; what is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>Entries of this organization. Inside one it is always that one.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>From this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>What this person did.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Only what was done in remote logins.</summary>
    public bool IsRemote { get; init; }

    /// <summary>An operation's name, such as "ChangeMemberRole".</summary>
    public string? Action { get; init; }

    /// <summary>What was done to this account, organization, request and so on.</summary>
    public Guid? TargetId { get; init; }
}
