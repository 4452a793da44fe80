using System.Text.Json;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Where messages are written, in the transaction of what causes them (DL-1), rendered by the templates of that moment. The dispatcher of
/// any node sends them.
/// </summary>
public sealed class Outbox(Db db, MessageRenderer renderer, MultiTenantContextAccessor tenancy, RecipientWords.Source words, TimeProvider clock)
{
    /// <summary>
    /// Queues an e-mail. The message is made inside, in the recipient's language: <paramref name="write"/> gets what writes for this
    /// recipient.
    /// </summary>
    public async Task QueueAsync(Recipient recipient, Func<RecipientWords, Message> write)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(write);
        if (!db.InTransaction) throw new InvalidOperationException("A message is written in the transaction of what causes it (DL-1).");

        var tenant = tenancy.Tenant;
        var language = Languages.Find(recipient.Language) ?? Languages.Find(tenant.DefaultLanguage) ?? Languages.English;
        using var _ = language.Use();
        var message = write(words.For(recipient.TimeZone ?? tenant.TimeZone));
        var rendered = renderer.Render(message, recipient, tenant, language);
        var now = clock.GetUtcNow();
        await db.RunAsync(
            """
            insert into messages (id, message, channel, language, recipient, recipient_name, thread, subject, body_text, body_html, links, created_at, give_up_at, due_at)
            values (@id, @Key, 'email', @Code, @Address, @Name, @Thread, @Subject, @Text, @Html, @links::jsonb, @now, @giveUpAt, @now);
            select pg_notify('message_queued', '')
            """,
            new
            {
                id = Guid.CreateVersion7(now), message.Key, language.Code, recipient.Address, recipient.Name, message.Thread, rendered.Subject, rendered.Text, rendered.Html,
                links = JsonSerializer.Serialize(message.Links), now, giveUpAt = now + message.WorthSendingFor,
            });
    }
}
