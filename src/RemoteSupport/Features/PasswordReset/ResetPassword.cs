using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>
/// Somebody sets a new password with the link from their mailbox (AC-6): every session of the account ends, its lock is lifted. Of several at once
/// exactly one wins.
/// </summary>
[OpenToAll, OwnTransactions]
public sealed record ResetPassword : ICommand<Done>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    /// <summary>Ten characters at least (AC-7).</summary>
    [Required(ErrorMessage = "Enter a password.")]
    public string? NewPassword { get; init; }

    internal sealed class Handler(Db db, AccountLinks links, NewPasswords passwords, SessionStore sessions, AuditTrail audit, IMediator mediator)
        : IRequestHandler<ResetPassword, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ResetPassword request, CancellationToken cancellationToken)
        {
            var link = await links.FindAsync(ResetLink.Purpose, request.Token);
            if (ResetLink.RefusalOf(link) is { } refusal) return refusal;
            var hashed = await passwords.HashAsync("newPassword", request.NewPassword!, link!.Email, link.Name, cancellationToken);
            if (!hashed.Succeeded(out var hash, out var flaw)) return flaw;
            return await db.InTransactionAsync(() => SetAsync(request.Token!, link, hash), keep: outcome => outcome.Refusal is null, cancellationToken);
        }

        private async Task<Outcome<Done>> SetAsync(string token, AccountLink link, string hash)
        {
            // The account before its links, as everywhere: otherwise who asks for a link meanwhile and who redeems one wait for each other.
            await db.RunAsync("select from accounts where id = @AccountId for update", new { link.AccountId });
            if (!await links.UseAsync(ResetLink.Purpose, token)) return ResetLink.RefusalOf(await links.FindAsync(ResetLink.Purpose, token)) ?? new ResetLinkExpired();
            if (await db.RunAsync("update accounts set password_hash = @hash where id = @AccountId and status = 'active'", new { hash, link.AccountId }) == 0) return new ResetLinkExpired();

            await sessions.EndOthersAsync(link.AccountId, keep: null, "password_changed");
            await mediator.Publish(new PasswordChanged(link.AccountId));
            audit.By(link.AccountId, link.Name, link.Role);
            audit.Target("account", link.AccountId, link.Name, link.OrganizationId);
            await audit.WriteAsync(nameof(ResetPassword));
            return Done.Value;
        }
    }
}
