using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>Makes the links by which senders are confirmed.</summary>
internal sealed class SenderProof(LinkTokens tokens, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>What its token is derived for.</summary>
    public const string Purpose = "sender-address";

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A link as it stands in a message, and what is kept of it.</summary>
    public (SecretLink Link, byte[] Hash) NewLink()
    {
        var id = Guid.CreateVersion7(Now);
        return (new SecretLink(Purpose, id, "/confirm-sender/{token}"), HashOf(id));
    }

    /// <summary>What is kept of a link.</summary>
    public byte[] HashOf(Guid link) => LinkTokens.HashOf(tokens.TokenFor(Purpose, tenancy.Tenant.Id, link));
}
