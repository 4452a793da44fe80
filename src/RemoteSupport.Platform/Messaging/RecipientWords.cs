using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Writes what stands in a message, in the language and time zone of its recipient.</summary>
public sealed class RecipientWords
{
    private readonly Source source;
    private readonly string timeZone;

    private RecipientWords(Source source, string timeZone) => (this.source, this.timeZone) = (source, timeZone);

    /// <summary>Sentences in the recipient's language.</summary>
    public IStringLocalizer Localizer => source.Localizer;

    /// <summary>Date, time and zone.</summary>
    public string Instant(DateTimeOffset at) => source.Times.Instant(at, timeZone);

    /// <summary>A length of time: "1 day 2 hours".</summary>
    public string Duration(TimeSpan length) => source.Times.Duration(length);

    /// <summary>The whole address of a page of the tenant, such as "/reset-password".</summary>
    public string LinkTo(string path) => source.Links.To(path);

    /// <summary>Where the outbox has them from.</summary>
    public sealed class Source(PersonTime times, IStringLocalizer localizer, Links links)
    {
        internal PersonTime Times { get; } = times;

        internal IStringLocalizer Localizer { get; } = localizer;

        internal Links Links { get; } = links;

        /// <summary>For a recipient in this time zone.</summary>
        public RecipientWords For(string timeZone) => new(this, timeZone);
    }
}
