using System.Globalization;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>How long (ISO 8601), and what the owner should know.</summary>
public sealed record AskBody(string? Duration, string? Note = null);

/// <summary>How long; left out, as long as was asked.</summary>
public sealed record ApproveBody(string? Duration = null);

/// <summary>What the requester is told.</summary>
public sealed record ReasonBody(string? Reason = null);

/// <summary>What came of it, in one line.</summary>
public sealed record ReturnBody(string? Outcome = null);

/// <summary>The new end: RFC 3339.</summary>
public sealed record EndBody(string? ExpiresAt);

/// <summary>A person, named.</summary>
public sealed record PersonAnswer(Guid Id, string Name)
{
    internal static PersonAnswer? Of(Guid? id, string? name) => id is { } known && name is not null ? new PersonAnswer(known, name) : null;
}

/// <summary>A request or grant as the API shows it.</summary>
public sealed record AccessRequestAnswer(
    Guid Id, Guid OrganizationId, string State, string RequestedDuration, string? GrantedDuration, string? Note, PersonAnswer RequestedBy,
    DateTimeOffset CreatedAt, DateTimeOffset LapsesAt, Guid? Extends, PersonAnswer? DecidedBy, DateTimeOffset? DecidedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? EndedAt, PersonAnswer? EndedBy, string? Reason)
{
    internal static AccessRequestAnswer Of(AccessRequest request) => new(
        request.Id, request.OrganizationId, request.State, IsoDuration.Write(request.RequestedDuration),
        request.GrantedDuration is { } granted ? IsoDuration.Write(granted) : null, request.Note, new PersonAnswer(request.RequesterId, request.RequesterName),
        request.CreatedAt, request.LapsesAt, request.ExtendsId, PersonAnswer.Of(request.DecidedBy, request.DecidedByName), request.DecidedAt, request.ExpiresAt,
        request.EndedAt, PersonAnswer.Of(request.EndedBy, request.EndedByName), request.Reason);
}

/// <summary>Reads instants as the API writes them: with an offset, so that nobody's local time is guessed.</summary>
internal static class Instants
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <summary>The instant, in whole microseconds as it will be kept; null for what cannot be read.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond))
            : null;
}
