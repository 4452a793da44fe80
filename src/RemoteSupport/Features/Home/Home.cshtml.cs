using MediatR;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Home;

/// <summary>What needs me now.</summary>
public sealed class HomePage(IMediator mediator, Caller caller) : PortalPage
{
    /// <summary>Accounts that I could let in again.</summary>
    public IReadOnlyList<LockedAccount> Locked { get; private set; } = [];

    /// <summary>What the owner is asked; admins see it, too.</summary>
    public IReadOnlyList<AccessRequest> Pending { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        if (caller.May(Permission.Presence)) Pending = (await mediator.Send(new ListRequests { State = "pending" })).Value?.Items ?? [];
        if (caller.May(Permission.Tenant) || caller.May(Permission.Members))
            Locked = (await mediator.Send(new ListLockedAccounts())).Value ?? [];
    }
}
