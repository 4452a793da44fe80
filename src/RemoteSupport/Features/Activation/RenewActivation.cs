using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Activation;

/// <summary>Somebody with a dead activation link gets a new one by mail, as long as the account still waits (OR-2).</summary>
[OpenToAll]
public sealed record RenewActivation : ICommand<Done>
{
    /// <summary>The dead link's secret.</summary>
    public string? Token { get; init; }

    internal sealed class Handler(Db db, AccountLinks links, AuditTrail audit, IMediator mediator) : IRequestHandler<RenewActivation, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(RenewActivation request, CancellationToken cancellationToken)
        {
            var found = await links.FindAsync(ActivationLink.Purpose, request.Token);
            if (found is not null) await db.RunAsync("select from accounts where id = @AccountId for no key update", new { found.AccountId }, cancellationToken);
            var link = found is null ? null : await links.FindAsync(ActivationLink.Purpose, request.Token);
            if (link is null || !ActivationLink.IsRenewable(link)) return ActivationLink.RefusalOf(link) ?? new ActivationLinkExpired();

            audit.Target("account", link.AccountId, link.Name, link.OrganizationId);
            if (await links.MayIssueAsync(link.AccountId)) await mediator.Publish(new AccountInvited(link.AccountId), cancellationToken);
            return Done.Value;
        }
    }
}
