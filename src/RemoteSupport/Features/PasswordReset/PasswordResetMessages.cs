using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Brings the link that sets a new password (AC-6).</summary>
[MessageText("Password reset", "To whoever asked for a link that sets a new password.")]
public sealed record PasswordResetEmail([property: JsonIgnore] SecretLink Link, string ExpiresAt, string Ip)
    : Message, IMessage<PasswordResetEmail>
{
    /// <inheritdoc />
    public static PasswordResetEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Link(), words.In(TimeSpan.FromDays(1)), "203.0.113.7");
    }

    /// <summary>Where the button leads.</summary>
    public string Url => Link.Marker;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Link];
}

/// <summary>Tells the holder of an account that its password changed: when and from where.</summary>
[MessageText("Password changed", "To the holder of an account whose password has been changed.")]
public sealed record PasswordChangedEmail(string At, string Ip, string Device, string ResetUrl)
    : Message, IMessage<PasswordChangedEmail>
{
    /// <inheritdoc />
    public static PasswordChangedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.In(TimeSpan.FromMinutes(-1)), "203.0.113.7", "Firefox, Windows", words.LinkTo("/reset-password"));
    }
}
