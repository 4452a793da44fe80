using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>Which senders need a link, and how one is made.</summary>
internal sealed class SenderProof(LinkTokens tokens, MultiTenantContextAccessor tenancy, IOptions<EmailOptions> email, TimeProvider clock)
{
    /// <summary>What its token is derived for.</summary>
    public const string Purpose = "sender-address";

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Nobody has to confirm what is the tenant's in the platform's own domain.</summary>
    public bool IsOfPlatform(string sender) => SenderRules.IsOfPlatform(sender, tenancy.Tenant, email.Value);

    /// <summary>A link as it stands in a message, and what is kept of it.</summary>
    public (SecretLink Link, byte[] Hash) NewLink()
    {
        var id = Guid.CreateVersion7(Now);
        return (new SecretLink(Purpose, id, "/confirm-sender/{token}"), HashOf(id));
    }

    /// <summary>What is kept of a link.</summary>
    public byte[] HashOf(Guid link) => LinkTokens.HashOf(tokens.TokenFor(Purpose, tenancy.Tenant.Id, link));
}
