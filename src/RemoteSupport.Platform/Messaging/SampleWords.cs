using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Messaging;

/// <summary>What examples of messages are written with: a recipient's words, and times around now.</summary>
public sealed class SampleWords(RecipientWords words, DateTimeOffset now)
{
    /// <summary>Sentences in the language of the sample.</summary>
    public IStringLocalizer Localizer => words.Localizer;

    /// <summary>A time from now; before now when negative.</summary>
    public string In(TimeSpan length) => words.Instant(now + length);

    /// <summary>A length of time.</summary>
    public string Duration(TimeSpan length) => words.Duration(length);

    /// <summary>A page of the tenant.</summary>
    public string LinkTo(string path) => words.LinkTo(path);

    /// <summary>Looks like a secret link and leads to the front door: an example opens nothing.</summary>
    public SecretLink Link() => new("sample", Guid.Empty, "/") { Marker = words.LinkTo("/") };
}
