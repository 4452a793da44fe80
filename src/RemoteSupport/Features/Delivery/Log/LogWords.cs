using System.Globalization;
using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>Says in the reader's language what the log holds.</summary>
public sealed class LogWords(MessageCatalogue catalogue, IStringLocalizer localizer)
{
    /// <summary>A message's title; its key for one that the product sends no longer.</summary>
    public string Title(string message, string channel) => catalogue.Find(new(message, channel)) is { } entry ? localizer[entry.Title] : message;

    /// <summary>What was said of a failure: ours in the reader's language, a server's own words as they are.</summary>
    public string Said(string reply) => localizer[reply];

    /// <summary>What there is to narrow the log to: every message that is sent, by title.</summary>
    public IEnumerable<(string Message, string Title)> Messages() =>
        catalogue.All.Where(entry => entry.Sample is not null && entry.Name.Channel != Channels.Page)
            .Select(entry => (entry.Name.Key, Title: localizer[entry.Title].Value)).DistinctBy(pair => pair.Key)
            .OrderBy(pair => pair.Title, StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.None));
}
