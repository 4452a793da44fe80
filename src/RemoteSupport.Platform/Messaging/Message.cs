using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// A text that the product sends or shows and that tenants can write anew: a typed record in its slice. Its name finds the templates
/// (PasswordResetEmail → "password-reset", "email"; InvitationSms → "invitation", "sms"; PrivacyTermsPage → "privacy-terms", "page"), its
/// properties are their variables. Instants and durations are finished text in the recipient's language and time zone.
/// </summary>
public abstract partial record Message
{
    /// <summary>"password-reset": the record's name in kebab-case without its channel.</summary>
    [JsonIgnore]
    public string Key => MessageName.Of(GetType()).Key;

    /// <summary>The way it goes: one of <see cref="Channels"/>.</summary>
    [JsonIgnore]
    public string Channel => MessageName.Of(GetType()).Channel;

    /// <summary>Secret links in it; their tokens are put in at sending (DL-5).</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<SecretLink> Links => [];

    /// <summary>After this there is no sense in sending it: a link in it is dead. At most a day (DL-2).</summary>
    [JsonIgnore]
    public virtual TimeSpan WorthSendingFor => TimeSpan.FromDays(1);

    /// <summary>The topic on which open pages hear what becomes of it, beside those of the tenant's admins; null for a message that nobody follows.</summary>
    [JsonIgnore]
    public virtual string? Topic => null;

    /// <summary>What messages about the same thing share, so that mail programs show them together; null for a message of its own.</summary>
    [JsonIgnore]
    public virtual string? Thread => null;
}

/// <summary>The ways a text reaches a person.</summary>
public static class Channels
{
    /// <summary>Subject, HTML and plain text, in the layout.</summary>
    public const string Email = "email";

    /// <summary>One short text.</summary>
    public const string Sms = "sms";

    /// <summary>A text on a page, such as the privacy terms; never sent.</summary>
    public const string Page = "page";
}

/// <summary>How a message's templates are found.</summary>
/// <param name="Key">"access-requested".</param>
/// <param name="Channel">One of <see cref="Channels"/>.</param>
public sealed partial record MessageName(string Key, string Channel)
{
    /// <summary>What all e-mails stand in.</summary>
    public static MessageName Layout { get; } = new("layout", Channels.Email);

    /// <summary>The name of a record's type.</summary>
    /// <exception cref="ArgumentException">The type's name does not end with its channel.</exception>
    public static MessageName Of(Type message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var parts = Parts().Match(message.Name);
        if (!parts.Success) throw new ArgumentException($"{message.Name} does not end with Email, Sms or Page.", nameof(message));
        return new(WordStart().Replace(parts.Groups[1].Value, "-$1").ToLowerInvariant(), parts.Groups[2].Value.ToLowerInvariant());
    }

    [GeneratedRegex(@"^(\w+)(Email|Sms|Page)\z")]
    private static partial Regex Parts();

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

/// <summary>Who gets a message, and how they read. The address of a short message is a phone number (E.164).</summary>
public sealed record Recipient(string Address, string? Name, string? Language, string? TimeZone);
