using System.Text.Json;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>What a message's row holds that nobody sees as it is: its text, with markers in the place of its secret links.</summary>
internal sealed record StoredMessage(Guid Id, string State, string Recipient, string? BodyText, string Links, DateTimeOffset CreatedAt)
{
    public const string Columns = "id, state, recipient, body_text, links::text as links, created_at";

    /// <summary>The secret links that stand in it.</summary>
    public IReadOnlyList<SecretLink> Secrets => JsonSerializer.Deserialize<SecretLink[]>(Links) ?? [];

    /// <summary>The text with this word in the place of every secret link; null once it has been erased.</summary>
    public string? MaskedText(string mask) =>
        BodyText is null ? null : Secrets.Aggregate(BodyText, (text, link) => text.Replace(link.Marker, mask, StringComparison.Ordinal));
}
