using System.Text.Json;
using MediatR;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Texts that a tenant has written itself, as they are now.</summary>
public sealed class OwnTexts(IReadOnlyDictionary<(MessageName Name, string Language), MessageTexts> texts)
{
    /// <summary>Everything is built-in.</summary>
    public static OwnTexts None { get; } = new(new Dictionary<(MessageName, string), MessageTexts>());

    /// <summary>Null: the built-in one counts.</summary>
    public MessageTexts? Find(MessageName name, string language) => texts.GetValueOrDefault((name, language));

    /// <summary>The same with one text more, or another one.</summary>
    public OwnTexts With(MessageName name, string language, MessageTexts own) =>
        new(new Dictionary<(MessageName, string), MessageTexts>(texts) { [(name, language)] = own });
}

/// <summary>A text of the tenant's own could not be used for the first time since it was saved (MT-4); published in the transaction of the message.</summary>
public sealed record TemplateBroke(BrokenText Text) : INotification;

/// <summary>Reads the tenant's own texts, and says when one cannot be used.</summary>
public sealed class OwnTemplates(Db db, IMediator mediator, TimeProvider clock)
{
    /// <summary>Those of some messages in some languages, and of the layout.</summary>
    public async Task<OwnTexts> ReadAsync(IEnumerable<MessageName> names, IEnumerable<string> languages)
    {
        var rows = await db.ListAsync<Row>(
            "select message, channel, language, subject, html, text from message_templates where message = any (@messages) and language = any (@languages)",
            new { messages = names.Append(MessageName.Layout).Select(name => name.Key).Distinct().ToArray(), languages = languages.Distinct().ToArray() });
        return rows.Count == 0 ? OwnTexts.None : new(rows.ToDictionary(row => (new MessageName(row.Message, row.Channel), row.Language), row => new MessageTexts(row.Subject, row.Html, row.Text)));
    }

    /// <summary>Marks them, and tells once for each saved version, whoever finds it first.</summary>
    public async Task TellAsync(IEnumerable<BrokenText> broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        foreach (var text in broken.DistinctBy(one => (one.Name, one.Language)))
        {
            var isNew = await db.RunAsync(
                "update message_templates set broken_at = @now, broken_fault = @fault::jsonb where message = @Key and channel = @Channel and language = @Language and broken_at is null",
                new { now = clock.GetUtcNow(), fault = JsonSerializer.Serialize(text.Fault), text.Name.Key, text.Name.Channel, text.Language }) == 1;
            if (isNew) await mediator.Publish(new TemplateBroke(text));
        }
    }

    private sealed record Row(string Message, string Channel, string Language, string? Subject, string? Html, string? Text);
}
