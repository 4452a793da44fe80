using System.Security.Cryptography;
using System.Text;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>The address under which a gateway tells what became of one message: only who got it with the message can know it.</summary>
public sealed class ReportLinks(LinkTokens tokens, Links links, MultiTenantContextAccessor tenancy)
{
    /// <summary>The path of such an address.</summary>
    public const string Path = "/delivery-reports";

    private const string Purpose = "delivery-report";

    /// <summary>A message's own address.</summary>
    public string UrlOf(Guid messageId) => links.To($"{Path}/{messageId:N}/{TokenOf(messageId)}");

    /// <summary>Whether this is the message's token.</summary>
    public bool IsRight(Guid messageId, string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(TokenOf(messageId)));

    private string TokenOf(Guid messageId) => tokens.TokenFor(Purpose, tenancy.Tenant.Id, messageId);
}
