using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

/// <summary>
/// A fresh link for an invited account that a message of another slice leads through, and on to a page (RA-5). Sent within the command that queues that
/// message; older links of the account die.
/// </summary>
[Requires(Permission.Support)]
public sealed record IssueActivationLink(Guid AccountId, string ReturnUrl) : ICommand<SecretLink>
{
    internal sealed class Handler(Db db, AccountLinks links) : IRequestHandler<IssueActivationLink, Outcome<SecretLink>>
    {
        public async Task<Outcome<SecretLink>> Handle(IssueActivationLink request, CancellationToken cancellationToken)
        {
            // The account before its links, as everywhere.
            if (await db.FindAsync<Guid?>("select id from accounts where id = @AccountId and status = 'invited' for no key update", new { request.AccountId }, cancellationToken) is null)
                return new NotFound();
            var id = await links.IssueAsync(ActivationLink.Purpose, request.AccountId, ActivationLink.ValidFor);
            return new SecretLink(ActivationLink.Purpose, id, $"{ActivationLink.Path}?returnUrl={Uri.EscapeDataString(request.ReturnUrl)}");
        }
    }
}
