using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// A message that the product sends: a typed record in its slice. Its name finds the templates (PasswordResetEmail → "password-reset",
/// "email"), its properties are their variables. Instants and durations are finished text in the recipient's language and time zone.
/// </summary>
public abstract partial record Message
{
    /// <summary>"password-reset": the record's name in kebab-case without its channel.</summary>
    [JsonIgnore]
    public string Key => KeyOf(GetType());

    /// <summary>Secret links in it; their tokens are put in at sending (DL-5).</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<SecretLink> Links => [];

    /// <summary>After this there is no sense in sending it: a link in it is dead. At most a day (DL-2).</summary>
    [JsonIgnore]
    public virtual TimeSpan WorthSendingFor => TimeSpan.FromDays(1);

    /// <summary>What messages about the same thing share, so that mail programs show them together; null for a message of its own.</summary>
    [JsonIgnore]
    public virtual string? Thread => null;

    /// <summary>The key of a message's type.</summary>
    public static string KeyOf(Type message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var name = message.Name[..message.Name.LastIndexOf("Email", StringComparison.Ordinal)];
        return WordStart().Replace(name, "-$1").ToLowerInvariant();
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();
}

/// <summary>
/// A link that holds a secret. In the queued message stands <see cref="Marker"/>; it becomes the tenant's address with the token at sending.
/// </summary>
public sealed record SecretLink(string Purpose, Guid Id, string Path)
{
    /// <summary>What stands for the link until it is sent: nobody can write it by hand.</summary>
    public string Marker { get; init; } = "https://link.invalid/" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}

/// <summary>Who gets a message, and how they read.</summary>
public sealed record Recipient(string Address, string? Name, string? Language, string? TimeZone);
