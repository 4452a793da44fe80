using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>Which messages are asked for; what is null is not asked.</summary>
public sealed record MessageFilter
{
    private const long SlackMilliseconds = 1000;

    /// <summary>"queued", "sent", "delivered", "failed" or "kept".</summary>
    public string? State { get; init; }

    /// <summary>"email" or "sms".</summary>
    public string? Channel { get; init; }

    /// <summary>Which message, such as "access-requested".</summary>
    public string? Message { get; init; }

    /// <summary>A part of the address, the number or the name, whatever the case.</summary>
    [StringLength(254, ErrorMessage = "This search text is too long.")]
    public string? Recipient { get; init; }

    /// <summary>Written at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Written before this moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only what is asked for stands in the query, so that each has its index.</summary>
    internal IEnumerable<string> Conditions(Guid? below)
    {
        yield return "true";
        if (below is not null) yield return "m.id < @below";
        // As a constant, so that the index of failed messages can be taken.
        if (State is not null) yield return State == "failed" ? "m.state = 'failed'" : "m.state = @State";
        if (Channel is not null) yield return "m.channel = @Channel";
        if (Message is not null) yield return "m.message = @Message";
        if (Recipient is not null) yield return "(position(lower(@Recipient) in lower(m.recipient)) > 0 or position(lower(@Recipient) in lower(m.recipient_name)) > 0)";
        if (From is not null) yield return "m.id >= @firstId and m.created_at >= @From";
        if (To is not null) yield return "m.id < @lastId and m.created_at < @To";
    }

    /// <summary>The first id that a message of the period can have; an id and its time are taken one after the other.</summary>
    internal Guid? FirstId => IdAt(From, -SlackMilliseconds);

    /// <summary>The first id beyond it.</summary>
    internal Guid? LastId => IdAt(To, SlackMilliseconds);

    /// <summary>The first id of a moment: ids begin with their time (RFC 9562, version 7).</summary>
    private static Guid? IdAt(DateTimeOffset? at, long slack)
    {
        if (at is not { } moment) return null;
        var time = Math.Max(0, moment.ToUnixTimeMilliseconds() + slack).ToString("x12", CultureInfo.InvariantCulture);
        return Guid.Parse($"{time[..8]}-{time[8..]}-7000-8000-000000000000");
    }
}
