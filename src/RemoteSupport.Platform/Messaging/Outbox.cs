using System.Text.Json;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Where messages are written, in the transaction of what causes them (DL-1), rendered by the templates of that moment. The dispatcher of
/// any node sends them.
/// </summary>
public sealed class Outbox(Db db, MessageRenderer renderer, OwnTemplates templates, MultiTenantContextAccessor tenancy, RecipientWords.Source words, TimeProvider clock)
{
    /// <summary>
    /// Queues a message by its channel. It is made inside, in the recipient's language: <paramref name="write"/> gets what writes for this
    /// recipient.
    /// </summary>
    public Task QueueAsync(Recipient recipient, Func<RecipientWords, Message> write) => QueueAllAsync([(recipient, write)]);

    /// <summary>Queues many in one round trip; answers the ids by which their delivery can be followed, in the same order.</summary>
    public async Task<IReadOnlyList<Guid>> QueueAllAsync(IReadOnlyCollection<(Recipient Recipient, Func<RecipientWords, Message> Write)> mails)
    {
        ArgumentNullException.ThrowIfNull(mails);
        if (!db.InTransaction) throw new InvalidOperationException("A message is written in the transaction of what causes it (DL-1).");
        if (mails.Count == 0) return [];
        var written = mails.Select(mail => Write(mail.Recipient, mail.Write)).ToArray();
        var own = await templates.ReadAsync(written.Select(one => MessageName.Of(one.Message.GetType())), written.Select(one => one.Language.Code));
        var made = Array.ConvertAll(written, one => Render(one, own));
        await InsertAsync(made);
        await templates.TellAsync(made.SelectMany(one => one.Broken));
        return [.. made.Select(one => one.Id)];
    }

    /// <summary>Queues a message whose texts are finished already: a test of texts that nobody has saved. Answers the id by which its delivery can be followed.</summary>
    public async Task<Guid> QueueAsync(Recipient recipient, Message message, SupportedLanguage language, RenderedMessage finished)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (!db.InTransaction) throw new InvalidOperationException("A message is written in the transaction of what causes it (DL-1).");
        var made = new Made(Guid.CreateVersion7(clock.GetUtcNow()), message, language.Code, recipient, finished, [], null);
        await InsertAsync([made]);
        return made.Id;
    }

    private Written Write(Recipient recipient, Func<RecipientWords, Message> write)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(write);
        var tenant = tenancy.Tenant;
        var language = Languages.Find(recipient.Language) ?? Languages.Find(tenant.DefaultLanguage) ?? Languages.English;
        using var _ = language.Use();
        return new(write(words.For(recipient.TimeZone ?? tenant.TimeZone)), language, recipient);
    }

    private Made Render(Written written, OwnTexts own)
    {
        var (message, language, recipient) = written;
        if (message.Channel == Channels.Page) throw new ArgumentException($"{message.Key} stands on a page; it is not sent.", nameof(written));
        var (rendered, broken) = renderer.Render(message, recipient, tenancy.Tenant, language, own);
        return new(Guid.CreateVersion7(clock.GetUtcNow()), message, language.Code, recipient, rendered, broken, MessageExample.Of(message));
    }

    private Task<int> InsertAsync(Made[] made)
    {
        var now = clock.GetUtcNow();
        return db.RunAsync(
            """
            insert into messages (id, message, channel, language, recipient, recipient_name, thread, subject, body_text, body_html, links, created_at, give_up_at, due_at, example, topic)
            select m.id, m.message, m.channel, m.language, m.recipient, m.recipient_name, m.thread, m.subject, m.body_text, m.body_html, m.links::jsonb, @now, m.give_up_at, @now, m.example::jsonb, m.topic
            from unnest(
              @ids::uuid[], @keys::text[], @channels::text[], @languages::text[], @addresses::text[], @names::text[], @threads::text[],
              @subjects::text[], @texts::text[], @htmls::text[], @links::text[], @giveUpAts::timestamptz[], @examples::text[], @topics::text[])
              as m (id, message, channel, language, recipient, recipient_name, thread, subject, body_text, body_html, links, give_up_at, example, topic);
            select pg_notify('message_queued', '')
            """,
            new
            {
                now,
                ids = Array.ConvertAll(made, one => one.Id),
                keys = Array.ConvertAll(made, one => one.Message.Key),
                channels = Array.ConvertAll(made, one => one.Message.Channel),
                languages = Array.ConvertAll(made, one => one.Language),
                addresses = Array.ConvertAll(made, one => one.Recipient.Address),
                names = Array.ConvertAll(made, one => one.Recipient.Name),
                threads = Array.ConvertAll(made, one => one.Message.Thread),
                subjects = Array.ConvertAll(made, one => one.Rendered.Subject),
                texts = Array.ConvertAll(made, one => one.Rendered.Text),
                htmls = Array.ConvertAll(made, one => one.Rendered.Html),
                links = Array.ConvertAll(made, one => JsonSerializer.Serialize(one.Message.Links)),
                examples = Array.ConvertAll(made, one => one.Example),
                topics = Array.ConvertAll(made, one => one.Message.Topic),
                giveUpAts = Array.ConvertAll(made, one => (now + one.Message.WorthSendingFor).UtcDateTime),
            });
    }

    private sealed record Written(Message Message, SupportedLanguage Language, Recipient Recipient);

    private sealed record Made(Guid Id, Message Message, string Language, Recipient Recipient, RenderedMessage Rendered, IReadOnlyList<BrokenText> Broken, string? Example);
}
