using System.Globalization;

namespace RemoteSupport.Features.Delivery;

/// <summary>What is typed about e-mail. Numbers are as they were typed, so that a wrong one can be shown again.</summary>
public sealed record MailForm
{
    /// <summary>"platform" or "own".</summary>
    public string? Server { get; init; }

    /// <summary>The own server's name.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public string? Port { get; init; }

    /// <summary>"starttls", "tls" or "none".</summary>
    public string? Security { get; init; }

    /// <summary>Who signs in there.</summary>
    public string? User { get; init; }

    /// <summary>A new password; never sent back.</summary>
    public string? Password { get; init; }

    /// <summary>The sender's address.</summary>
    public string? Sender { get; init; }

    /// <summary>The version that stood there when the form was opened.</summary>
    public long Seen { get; init; }

    internal static MailForm Of(MailDelivery mail) => new()
    {
        Server = mail.Server, Host = mail.Host, Port = mail.Port?.ToString(CultureInfo.InvariantCulture), Security = mail.Security ?? "starttls", User = mail.User, Sender = mail.Sender,
        Seen = mail.Version,
    };

    internal SaveMailDelivery ToOperation() => new()
    {
        Server = Server, Host = Host, Port = Typed.Number(Port), Security = Security, User = User, Password = Password, Sender = Sender, Versions = [Seen],
    };
}

/// <summary>Reads what was typed where a number belongs.</summary>
internal static class Typed
{
    /// <summary>Null for nothing; a number that no rule accepts for what is none.</summary>
    public static int? Number(string? text) => string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
