using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Brings the link that sets a new password (AC-6).</summary>
public sealed record PasswordResetEmail([property: JsonIgnore] SecretLink Link, string ExpiresAt, string Ip) : Message
{
    /// <summary>Where the button leads.</summary>
    public string Url => Link.Marker;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Link];
}

/// <summary>Tells the holder of an account that its password changed: when and from where.</summary>
public sealed record PasswordChangedEmail(string At, string Ip, string Device, string ResetUrl) : Message;
