using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>Makes the links by which senders are confirmed.</summary>
internal sealed class SenderProof(LinkTokens tokens, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    private const string Purpose = "sender-address";

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A link as it stands in a message, and what is kept of it.</summary>
    public (SecretLink Link, byte[] Hash) NewLink()
    {
        var id = Guid.CreateVersion7(Now);
        return (new SecretLink(Purpose, id, "/confirm-sender/{token}"), LinkTokens.HashOf(tokens.TokenFor(Purpose, tenancy.Tenant.Id, id)));
    }
}
