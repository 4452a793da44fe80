using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>A save says which version it is about, so that nothing is overwritten unseen.</summary>
public sealed record DeliveryVersionMissing() : Refusal("if_match_required", 428, "Say in If-Match which version of the settings you have seen.");

/// <summary>Somebody else has saved since these settings were read.</summary>
/// <param name="Version">The version that stands there now.</param>
public sealed record DeliveryChangedMeanwhile(long Version) : Refusal("changed_meanwhile", 412, "Somebody else has saved these settings meanwhile. What stands there now is shown beside what you entered.");

/// <summary>The link that confirms a sender is none of ours, used, or too old.</summary>
public sealed record SenderLinkExpired() : Refusal("link_expired", 410, "This link is no longer valid.");

/// <summary>No sender waits to be confirmed.</summary>
public sealed record NothingToConfirm() : Refusal("not_found", 409, "No sender address waits to be confirmed.");

/// <summary>A stranger's mailbox is not ours to fill.</summary>
/// <param name="Pause">How long to wait.</param>
public sealed record TooManyLinks(TimeSpan Pause) : Refusal("rate_limited", 429, "Several links were sent within the last hour. Please wait before you ask for another one.")
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => Pause;
}

/// <summary>There is nothing that could send.</summary>
public sealed record NoSmsGateway() : Refusal("unavailable", 422, "There is no SMS gateway: see the delivery settings.");

/// <summary>What came as a report about a message is none.</summary>
public sealed record NoSuchReport() : Refusal("not_found", 404, "We could not find this.");
