using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Somebody of the team has accepted the invitation: open pages of the list read it anew.</summary>
internal sealed class NewsOfActivation(Db db, LiveEvents live) : INotificationHandler<AccountActivated>
{
    public async Task Handle(AccountActivated notification, CancellationToken cancellationToken)
    {
        var isPartner = await db.SingleAsync<bool>("select kind = 'partner' from accounts where id = @AccountId", new { notification.AccountId }, cancellationToken);
        if (isPartner) await live.PublishAsync(Topics.Tenant, Topics.Users);
    }
}
