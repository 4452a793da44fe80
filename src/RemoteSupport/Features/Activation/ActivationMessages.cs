using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

/// <summary>Brings the link that activates an invited account (OR-2).</summary>
[MessageText("Activate an account", "To somebody for whom an account has been made, with the link that sets the first password.")]
public sealed record ActivationEmail([property: JsonIgnore] SecretLink Link, string Email, string ExpiresAt)
    : Message, IMessage<ActivationEmail>
{
    /// <inheritdoc />
    public static ActivationEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Link(), "giulia.conti@example.com", words.In(TimeSpan.FromDays(7)));
    }

    /// <summary>Where the button leads.</summary>
    public string Url => Link.Marker;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Link];
}

/// <summary>Tells the holder of an address that somebody invited it a second time (AC-3).</summary>
[MessageText("Address has an account already", "To the holder of an address that somebody invited although it has an account.")]
public sealed record AddressTakenEmail(string Organization, string Email, string SignInUrl)
    : Message, IMessage<AddressTakenEmail>
{
    /// <inheritdoc />
    public static AddressTakenEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new("Ponte Tech SpA", "giulia.conti@example.com", words.LinkTo("/sign-in"));
    }
}
