using System.Text.Json;

namespace RemoteSupport.Features.Audit;

/// <summary>An entry as the API and exports show it: names as they were written, labels in the reader's language.</summary>
public sealed record AuditEventAnswer(
    Guid Id, DateTimeOffset At, string Action, string ActionLabel, AuditActorAnswer Actor, string? Ip, Guid? OrganizationId, string? OrganizationName, AuditTarget? Target, IReadOnlyList<AuditChangeAnswer> Changes)
{
    internal static AuditEventAnswer Of(AuditEvent entry, AuditWords words) => new(
        entry.Id, entry.At, entry.Action, words.Action(entry.Action), new AuditActorAnswer(entry.Actor.Id, entry.Actor.Name, entry.Actor.Role, words.Actor(entry), entry.Actor.ActingAs, entry.Actor.RemoteLoginId),
        entry.Ip?.ToString(), entry.OrganizationId, entry.OrganizationName, entry.Target,
        [.. entry.Changes.Select(change => new AuditChangeAnswer(change.Field, words.Field(change.Field), change.Before, change.After))]);
}

/// <summary>Who; the label is "Remote Support – name" for what was done in a remote login.</summary>
public sealed record AuditActorAnswer(Guid? Id, string? Name, string? Role, string Label, string? ActingAs, Guid? RemoteLoginId);

/// <summary>A field before and after.</summary>
public sealed record AuditChangeAnswer(string Field, string Label, JsonElement Before, JsonElement After);
