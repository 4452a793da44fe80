using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Messaging;

/// <summary>Queues messages and sends them by nodes that a test can stop and whose time it sets. A database of its own: these nodes would send the messages of other tests.</summary>
internal static class Post
{
    private static readonly Lazy<Task<TestDatabase>> Common = new(() => TestDatabase.CreateAsync("post"));

    /// <summary>A node that sends to this port; by itself, or only when the test says so.</summary>
    public static async Task<TestNode> NodeAsync(int port, bool byItself = false, TestDatabase? database = null, Dictionary<string, string?>? settings = null) =>
        await TestNode.StartAsync(database ?? await Common.Value, new(new Dictionary<string, string?>
        {
            ["Email:From"] = "no-reply@mail.example",
            ["Email:Smtp:Host"] = "127.0.0.1",
            ["Email:Smtp:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Email:Smtp:Security"] = "none",
            ["Email:Dispatch"] = byItself ? "true" : "false",
            ["Outgoing:Allow"] = "127.0.0.1",
        }.Concat(settings ?? []).GroupBy(setting => setting.Key).Select(setting => setting.Last())));

    /// <summary>A database for nodes that send by themselves.</summary>
    public static Task<TestDatabase> DatabaseAsync() => TestDatabase.CreateAsync("sending");

    /// <summary>Queues messages as a slice does; their subjects say which they are.</summary>
    public static Task QueueAsync(this TestTenant tenant, int count, string to = "zoe@shop.example", string language = "en", bool keep = true, Guid? link = null) =>
        tenant.InScopeAsync(async scope =>
        {
            var (db, outbox) = (scope.GetRequiredService<Db>(), scope.GetRequiredService<Outbox>());
            await db.InTransactionAsync(
                async () =>
                {
                    for (var i = 0; i < count; i++) await outbox.QueueAsync(new Recipient(to, $"Zoë {i}", language, "Europe/Rome"), words => AccountLockedEmail.With(words.Instant(tenant.Now), new SecretLink("password-reset", link ?? Guid.CreateVersion7(tenant.Now), "/reset-password/{token}")));
                    return true;
                },
                keep: _ => keep);
        });

    /// <summary>Sends all that is due at the test's time.</summary>
    public static Task SendAsync(this TestTenant tenant, CancellationToken ct = default) =>
        tenant.InScopeAsync(async scope => await scope.GetRequiredService<Dispatcher>().DrainAsync(scope.GetRequiredService<Platform.Tenancy.MultiTenantContextAccessor>().Tenant, ct));

    /// <summary>What the outbox holds.</summary>
    public static Task<IReadOnlyList<Row>> OutboxAsync(this TestTenant tenant) =>
        tenant.ListAsync<Row>("select id, recipient, state, attempts, last_error, body_text, body_html, links::text as links, due_at from messages order by id");

    public static IEnumerable<string> Ids(IEnumerable<ReceivedMail> mails) => mails.Select(mail => mail.Message.Header("Message-ID"));

    /// <summary>Borrows the templates of the product's message of that name, and puts a secret link into it.</summary>
    private sealed record AccountLockedEmail(string At, string Ip, string Device, string OpensAt, string ResetUrl) : Message
    {
        private IReadOnlyList<SecretLink> secrets = [];

        public static AccountLockedEmail With(string at, SecretLink link) => new(at, "192.0.2.7", "Firefox", at, link.Marker) { secrets = [link] };

        [JsonIgnore]
        public override IReadOnlyList<SecretLink> Links => secrets;
    }

    public sealed record Row(Guid Id, string Recipient, string State, int Attempts, string? LastError, string? BodyText, string? BodyHtml, string Links, DateTimeOffset? DueAt);
}
