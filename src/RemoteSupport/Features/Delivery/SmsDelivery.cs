using System.Text.Json.Serialization;

namespace RemoteSupport.Features.Delivery;

/// <summary>How a tenant's text messages go out (DL-3), without its secret.</summary>
public sealed record SmsDelivery
{
    /// <summary>"platform", "none", "kannel" or "webhook".</summary>
    public required string Gateway { get; init; }

    /// <summary>Whether the platform has a gateway for its tenants.</summary>
    public bool IsPlatformReady { get; init; }

    /// <summary>Where the own gateway takes messages.</summary>
    public string? Url { get; init; }

    /// <summary>Kannel's user.</summary>
    public string? User { get; init; }

    /// <summary>Whether a password or signing key is kept. It is never shown.</summary>
    public bool HasSecret { get; init; }

    /// <summary>The name or number that people see as the sender.</summary>
    public string? Sender { get; init; }

    /// <summary>How many parts may go out a day; null: any number.</summary>
    public int? DailyCap { get; init; }

    /// <summary>How numbers must begin, such as +39; none: any number.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>How many parts went out today, in the tenant's time zone.</summary>
    public int SentToday { get; init; }

    /// <summary>Counts up with every save; the ETag.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    /// <summary>Whether messages can go out at all.</summary>
    public bool CanSend => Gateway switch { "none" => false, "platform" => IsPlatformReady, _ => true };
}
