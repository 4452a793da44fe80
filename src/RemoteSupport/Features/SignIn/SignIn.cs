using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SignIn;

/// <summary>Somebody proves who they are and gets a session (AC-1 to AC-4).</summary>
[OpenToAll, OwnTransactions]
public sealed record SignIn : ICommand<SignedIn>
{
    /// <summary>An account's address, in any case.</summary>
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [StringLength(254, ErrorMessage = "This e-mail address is too long.")]
    public string? Email { get; init; }

    /// <summary>Compared as it is typed, after NFKC (AC-7).</summary>
    [Required(ErrorMessage = "Enter your password.")]
    [StringLength(1_000, ErrorMessage = "This password is too long.")]
    public string? Password { get; init; }

    internal sealed class Handler(IMediator mediator, Db db, SessionStore sessions, AuditTrail audit) : IRequestHandler<SignIn, Outcome<SignedIn>>
    {
        public async Task<Outcome<SignedIn>> Handle(SignIn request, CancellationToken cancellationToken)
        {
            var check = await mediator.Send(new CheckPassword { Email = request.Email, Password = request.Password }, cancellationToken);
            if (!check.Succeeded(out var account, out var refusal)) return refusal;
            return await db.InTransactionAsync(() => StartAsync(account), ct: cancellationToken);
        }

        private async Task<Outcome<SignedIn>> StartAsync(CheckedAccount account)
        {
            // A reset or a deactivation may have committed while the password was being hashed; then this sign-in came too late (AC-6).
            var isStill = await db.FindAsync<Guid?>("select id from accounts where id = @Id and status = 'active' and password_hash = @PasswordHash for share", new { account.Id, account.PasswordHash });
            if (isStill is null) return new InvalidCredentials();

            var session = await sessions.StartAsync(account.Id);
            audit.By(account.Id, account.Name, account.Role);
            audit.Target("account", account.Id, account.Name, account.OrganizationId);
            await audit.WriteAsync(nameof(SignIn));
            return new SignedIn(account, session);
        }
    }
}

/// <summary>Who signed in, and the new session with its token.</summary>
public sealed record SignedIn(CheckedAccount Account, StartedSession Session);
