namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>What language an SMS gateway speaks (DL-3).</summary>
public enum SmsProtocol
{
    /// <summary>Kannel's sendsms form: a GET with everything in the query.</summary>
    Kannel,

    /// <summary>A signed JSON document by POST: see docs/sms-webhook.md.</summary>
    Webhook,
}

/// <summary>A gateway that takes our text messages.</summary>
public sealed record SmsServer
{
    /// <summary>What it speaks.</summary>
    public required SmsProtocol Protocol { get; init; }

    /// <summary>Where it takes messages, such as https://sms.example.com:13013/cgi-bin/sendsms.</summary>
    public required Uri Url { get; init; }

    /// <summary>Kannel's user; not used by a webhook.</summary>
    public string? User { get; init; }

    /// <summary>Kannel's password, or the key that signs for a webhook.</summary>
    public required string Secret { get; init; }

    /// <summary>Where it is; never who signs in.</summary>
    public override string ToString() => $"{Url.Host}:{Url.Port} ({Protocol})";
}

/// <summary>One text message, ready to be sent.</summary>
public sealed record OutgoingSms
{
    /// <summary>The same at every attempt, so that a gateway can tell a message sent twice (DL-1).</summary>
    public required Guid Id { get; init; }

    /// <summary>E.164, such as +390612345678.</summary>
    public required string To { get; init; }

    /// <summary>A name or number that people see as the sender; null leaves it to the gateway.</summary>
    public string? From { get; init; }

    /// <summary>What it says, and how that travels.</summary>
    public required SmsText Text { get; init; }

    /// <summary>Where the gateway tells what became of it.</summary>
    public required string ReportUrl { get; init; }

    /// <summary>Its id only: the text may hold a secret link (DL-5).</summary>
    public override string ToString() => Id.ToString();
}
