using System.Text.Json.Serialization;

namespace RemoteSupport.Features.Delivery;

/// <summary>How a tenant's e-mail goes out (DL-3), without its secret.</summary>
public sealed record MailDelivery
{
    /// <summary>The platform's server.</summary>
    public const string Platform = "platform";

    /// <summary>A server of the tenant's own.</summary>
    public const string Own = "own";

    /// <summary>"platform" or "own".</summary>
    public string Server => Host is null ? Platform : Own;

    /// <summary>The own server's name.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int? Port { get; init; }

    /// <summary>"starttls", "tls" or "none".</summary>
    public string? Security { get; init; }

    /// <summary>Who signs in there; null where nobody does.</summary>
    public string? User { get; init; }

    /// <summary>Whether a password is kept. It is never shown.</summary>
    public bool HasPassword { get; init; }

    /// <summary>The sender's address that was chosen; null is the platform's.</summary>
    public string? Sender { get; init; }

    /// <summary>Whether the sender waits for its holder to open the link.</summary>
    public bool IsSenderWaiting { get; init; }

    /// <summary>The address that messages come from now; null while nothing can be sent.</summary>
    public string? SendsFrom { get; init; }

    /// <summary>What the sender's domain needs so that receivers trust it; none for the platform's own domain.</summary>
    public IReadOnlyList<SenderRecord> Records { get; init; } = [];

    /// <summary>Counts up with every save; the ETag.</summary>
    [JsonIgnore]
    public long Version { get; init; }
}
