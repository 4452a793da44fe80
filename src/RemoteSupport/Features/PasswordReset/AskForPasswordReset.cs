using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>
/// Somebody has forgotten their password (AC-6). Whether there is such an account, neither the answer nor its time tells (AC-3). Who never activated
/// the account gets a new activation link instead. It is no attempt to sign in.
/// </summary>
[OpenToAll]
public sealed record AskForPasswordReset : ICommand<Done>
{
    /// <summary>The account's address, in any case.</summary>
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [StringLength(254, ErrorMessage = "This e-mail address is too long.")]
    public string? Email { get; init; }

    internal sealed class Handler(Db db, AccountLinks links, ResetMails mails, AuditTrail audit, IMediator mediator) : IRequestHandler<AskForPasswordReset, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(AskForPasswordReset request, CancellationToken cancellationToken)
        {
            var account = await FindAsync(EmailAddress.KeyOf(request.Email!), cancellationToken);
            var mayIssue = await links.MayIssueAsync(account?.Id);
            if (account is not null) audit.Target("account", account.Id, account.Name, account.OrganizationId);

            if (account is null || !mayIssue) await mails.PretendAsync();
            else if (account.Status == "invited") await mediator.Publish(new AccountInvited(account.Id), cancellationToken);
            else await mails.QueueAsync(account.Id, new Recipient(account.Email, account.Name, account.Language, account.TimeZone));
            return Done.Value;
        }

        // The row is locked so that asking at the same time counts one after the other.
        private Task<Account?> FindAsync(string key, CancellationToken ct) =>
            db.FindAsync<Account>(
                """
                select id, name, email, organization_id, status, language, time_zone
                from accounts
                where email_key = @key and status <> 'deactivated'
                for no key update
                """,
                new { key }, ct);

        private sealed record Account(Guid Id, string Name, string Email, Guid? OrganizationId, string Status, string? Language, string? TimeZone);
    }
}
