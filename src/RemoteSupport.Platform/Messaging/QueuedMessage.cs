using System.Text.Json;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>A row of the outbox, with what it takes to make the finished message of it.</summary>
public sealed record QueuedMessage(
    Guid Id, string Message, string Channel, string Language, string Recipient, string? RecipientName, string? Thread, string? Subject, string BodyText, string? BodyHtml,
    string Links, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset GiveUpAt, string? Topic = null)
{
    /// <summary>The columns, in the record's order.</summary>
    public const string Columns = "id, message, channel, language, recipient, recipient_name, thread, subject, body_text, body_html, links::text as links, attempts, created_at, give_up_at, topic";

    /// <summary>Stable over every attempt, so that a reader's program knows a message sent twice (DL-1).</summary>
    public string MessageId(string domain) => $"{Id:N}@{domain}";

    /// <summary>The text with its links made real (DL-5).</summary>
    public string FinishedText(TenantInfo tenant, TenancyOptions tenancy, LinkTokens tokens) => Finish(BodyText, tenant, tenancy, tokens);

    /// <summary>The HTML with its links made real; null for a short message. An address needs no escaping: it is made of unreserved characters and slashes.</summary>
    public string? FinishedHtml(TenantInfo tenant, TenancyOptions tenancy, LinkTokens tokens) => BodyHtml is null ? null : Finish(BodyHtml, tenant, tenancy, tokens);

    /// <summary>Where its link leads; of several the first, which is what it was written for. Null without one.</summary>
    public string? Address(TenantInfo tenant, TenancyOptions tenancy, LinkTokens tokens) => SecretLinks.Select(link => AddressOf(link, tenant, tenancy, tokens)).FirstOrDefault();

    /// <summary>When to try again after this attempt; null when that would be too late (DL-2).</summary>
    public DateTimeOffset? NextAttempt(DateTimeOffset now, DateTimeOffset? notBefore = null)
    {
        TimeSpan[] pauses = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3)];
        var next = notBefore ?? now + pauses[Math.Min(Attempts, pauses.Length) - 1];
        return next < GiveUpAt ? next : null;
    }

    private string Finish(string body, TenantInfo tenant, TenancyOptions tenancy, LinkTokens tokens)
    {
        foreach (var link in SecretLinks) body = body.Replace(link.Marker, AddressOf(link, tenant, tenancy, tokens), StringComparison.Ordinal);
        return body;
    }

    private SecretLink[] SecretLinks => JsonSerializer.Deserialize<SecretLink[]>(Links) ?? [];

    private static string AddressOf(SecretLink link, TenantInfo tenant, TenancyOptions tenancy, LinkTokens tokens) =>
        tenancy.UrlOf(tenant) + link.Path.Replace("{token}", tokens.TokenFor(link.Purpose, tenant.Id, link.Id), StringComparison.Ordinal);
}
