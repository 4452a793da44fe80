using System.Security.Cryptography;
using System.Text;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Names one text: a message, the way it goes, and a language.</summary>
/// <param name="Message">Such as "access-requested".</param>
/// <param name="Channel">"email", "sms" or "page".</param>
/// <param name="Language">"en", "it", "es" or "de".</param>
public sealed record TemplateKey(string Message, string Channel, string Language)
{
    /// <summary>The message without the language.</summary>
    public MessageName Name => new(Message, Channel);

    /// <summary>As people and logs write it.</summary>
    public override string ToString() => $"{Message}/{Channel}/{Language}";

    /// <summary>The same id for the same text everywhere, by which the audit trail is filtered.</summary>
    internal Guid Id => new(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())).AsSpan(0, 16));

    /// <summary>What the catalogue says of it; null where there is no such message or language.</summary>
    internal MessageEntry? EntryIn(MessageCatalogue catalogue) => Languages.Find(Language)?.Code == Language ? catalogue.Find(Name) : null;
}
