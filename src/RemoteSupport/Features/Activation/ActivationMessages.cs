using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

/// <summary>Brings the link that activates an invited account (OR-2).</summary>
public sealed record ActivationEmail([property: JsonIgnore] SecretLink Link, string Email, string ExpiresAt) : Message
{
    /// <summary>Where the button leads.</summary>
    public string Url => Link.Marker;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Link];
}

/// <summary>Tells the holder of an address that somebody invited it a second time (AC-3).</summary>
public sealed record AddressTakenEmail(string Organization, string Email, string SignInUrl) : Message;
