using MediatR;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Activation;

/// <summary>Whose account a link would activate, and what else can be done with it. Looking uses nothing up (AC-11).</summary>
[OpenToAll]
public sealed record FindInvitedAccount : IQuery<InvitedAccount>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    internal sealed class Handler(AccountLinks links) : IRequestHandler<FindInvitedAccount, Outcome<InvitedAccount>>
    {
        public async Task<Outcome<InvitedAccount>> Handle(FindInvitedAccount request, CancellationToken cancellationToken)
        {
            var link = await links.FindAsync(ActivationLink.Purpose, request.Token);
            return new InvitedAccount(link?.Name ?? "", link?.Email ?? "", ActivationLink.RefusalOf(link), ActivationLink.IsRenewable(link));
        }
    }
}

/// <summary>What a link stands for: whose account, why it cannot be activated (null when it can), and whether a new link can be sent.</summary>
public sealed record InvitedAccount(string Name, string Email, Refusal? Obstacle, bool IsRenewable);
