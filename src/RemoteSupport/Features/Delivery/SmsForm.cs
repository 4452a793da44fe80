using System.Globalization;

namespace RemoteSupport.Features.Delivery;

/// <summary>What is typed about text messages. Numbers are as they were typed, so that a wrong one can be shown again.</summary>
public sealed record SmsForm
{
    /// <summary>"platform", "none", "kannel" or "webhook".</summary>
    public string? Gateway { get; init; }

    /// <summary>Where the own gateway takes messages.</summary>
    public string? Url { get; init; }

    /// <summary>Kannel's user.</summary>
    public string? User { get; init; }

    /// <summary>A new password or signing key; never sent back.</summary>
    public string? Secret { get; init; }

    /// <summary>A number or a name.</summary>
    public string? Sender { get; init; }

    /// <summary>How many parts a day.</summary>
    public string? DailyCap { get; init; }

    /// <summary>Beginnings of numbers, with blanks between.</summary>
    public string? Prefixes { get; init; }

    /// <summary>The version that stood there when the form was opened.</summary>
    public long Seen { get; init; }

    internal static SmsForm Of(SmsDelivery sms) => new()
    {
        Gateway = sms.Gateway, Url = sms.Url, User = sms.User, Sender = sms.Sender, DailyCap = sms.DailyCap?.ToString(CultureInfo.InvariantCulture), Prefixes = string.Join(' ', sms.Prefixes),
        Seen = sms.Version,
    };

    internal SaveSmsDelivery ToOperation() => new()
    {
        Gateway = Gateway, Url = Url, User = User, Secret = Secret, Sender = Sender, DailyCap = Typed.Number(DailyCap), Prefixes = [Prefixes], Versions = [Seen],
    };
}
