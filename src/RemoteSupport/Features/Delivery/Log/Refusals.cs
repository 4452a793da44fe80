using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>It is under way, or has arrived.</summary>
public sealed record NotFailed() : Refusal("already_sent", 409, "This message has not failed. There is nothing to send again.");

/// <summary>Bodies are erased after delivery (DL-5): what bounced later cannot be sent as it was.</summary>
public sealed record TextErased() : Refusal("text_erased", 410, "The text of this message was erased when it was handed over. Do again what it was sent for.");

/// <summary>What was true when it was written may be so no longer.</summary>
public sealed record OldNews() : Refusal("message_outdated", 410, "This message is older than 7 days. What it says may no longer be true.");

/// <summary>A link that cannot be used any more is of no use to anybody.</summary>
/// <param name="Instead">What to do instead, in the reader's language.</param>
public sealed record LinkIsDead(string Instead) : Refusal("link_expired", 410, "The link in this message no longer works. {0}")
{
    /// <inheritdoc />
    public override object[] Arguments => [Instead];
}
