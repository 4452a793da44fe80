using System.ComponentModel.DataAnnotations;
using System.Globalization;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Calls.History;

/// <summary>Which calls are asked for; what is null is not asked.</summary>
public sealed record CallFilter
{
    /// <summary>"ringing", "in_call", "done" or "missed".</summary>
    [AllowedValues(null, "ringing", "in_call", "done", "missed", ErrorMessage = "There is no such state.")]
    public string? State { get; init; }

    /// <summary>"email" or "sms": how the guest was invited.</summary>
    [AllowedValues(null, "email", "sms", ErrorMessage = "There is no such channel.")]
    public string? Channel { get; init; }

    /// <summary>For whom it rang.</summary>
    public Guid? Person { get; init; }

    /// <summary>A part of what the guest is called.</summary>
    [StringLength(200, ErrorMessage = "This search text is too long.")]
    public string? Invitee { get; init => field = string.IsNullOrWhiteSpace(value) ? null : WellFormed.Text(value.Trim()); }

    /// <summary>Rang at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Rang before this moment.</summary>
    public DateTimeOffset? To { get; init; }

    internal string Conditions(Guid? below) =>
        (below is null ? "" : " and c.id < @below")
        + (State is null ? "" : " and c.state = @State")
        + (Channel is null ? "" : " and i.channel = @Channel")
        + (Person is null ? "" : " and c.inviter_id = @Person")
        + (Invitee is null ? "" : " and strpos(fold(i.invitee), fold(@Invitee)) > 0")
        + (From is null ? "" : " and c.id >= @firstId and c.rang_at >= @From")
        + (To is null ? "" : " and c.id < @lastId and c.rang_at < @To");

    /// <summary>The first id that a call of the period can have, and the first beyond it.</summary>
    internal Guid? FirstId => From is { } from ? IdAt(from) : null;

    internal Guid? LastId => To is { } to ? IdAt(to.AddMilliseconds(1)) : null;

    /// <summary>The first id of a moment: ids begin with their time (RFC 9562, version 7).</summary>
    private static Guid IdAt(DateTimeOffset at)
    {
        var time = Math.Max(0, at.ToUnixTimeMilliseconds()).ToString("x12", CultureInfo.InvariantCulture);
        return Guid.Parse($"{time[..8]}-{time[8..]}-0000-0000-000000000000");
    }
}
