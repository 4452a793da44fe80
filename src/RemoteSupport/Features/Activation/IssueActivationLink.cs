using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

/// <summary>
/// A fresh link for an invited account that a message of another slice leads through, and on to a page (RA-5). Sent within the command that queues that
/// message; older links of the account die. Not found where the address is
/// another account's: nobody gets that link (AC-3).
/// </summary>
[Requires(Permission.Support)]
public sealed record IssueActivationLink(Guid AccountId, string ReturnUrl) : ICommand<SecretLink>
{
    internal sealed class Handler(Db db, AccountLinks links) : IRequestHandler<IssueActivationLink, Outcome<SecretLink>>
    {
        public async Task<Outcome<SecretLink>> Handle(IssueActivationLink request, CancellationToken cancellationToken)
        {
            // The account before its links, as everywhere.
            var account = await db.FindAsync<Guid?>(
                $"select a.id from accounts a where a.id = @AccountId and a.status = 'invited' and {TakenAddress.HolderKey} is null for no key update", new { request.AccountId }, cancellationToken);
            if (account is null) return new NotFound();
            var id = await links.IssueAsync(ActivationLink.Purpose, request.AccountId, ActivationLink.ValidFor);
            return new SecretLink(ActivationLink.Purpose, id, $"{ActivationLink.Path}?returnUrl={Uri.EscapeDataString(request.ReturnUrl)}");
        }
    }
}
