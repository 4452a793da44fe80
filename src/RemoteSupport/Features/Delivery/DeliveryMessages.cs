using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Delivery;

/// <summary>Asks the holder of an address whether the tenant may send from it (DL-6).</summary>
[MessageText("Sender address to confirm", "To an address that messages are to be sent from, with the link that allows it.")]
public sealed record SenderConfirmationEmail([property: JsonIgnore] SecretLink Link, string Sender, string ExpiresAt)
    : Message, IMessage<SenderConfirmationEmail>
{
    /// <inheritdoc />
    public static SenderConfirmationEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Link(), "service@example.com", words.In(TimeSpan.FromDays(1)));
    }

    /// <summary>Where the button leads.</summary>
    public string Url => Link.Marker;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Link];
}

/// <summary>What an admin sends to themselves to see whether e-mail works.</summary>
[MessageText("Test of the e-mail delivery", "To an admin who checks the mail server in the delivery settings.")]
public sealed record DeliveryTestEmail(string SentAt) : Message, IMessage<DeliveryTestEmail>
{
    /// <inheritdoc />
    public static DeliveryTestEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.In(TimeSpan.Zero));
    }
}

/// <summary>What an admin sends to a phone to see whether text messages work.</summary>
[MessageText("Test of the SMS delivery", "To a phone by which an admin checks the SMS gateway in the delivery settings.")]
public sealed record DeliveryTestSms(string SentAt) : Message, IMessage<DeliveryTestSms>
{
    /// <inheritdoc />
    public static DeliveryTestSms Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.In(TimeSpan.Zero));
    }
}
