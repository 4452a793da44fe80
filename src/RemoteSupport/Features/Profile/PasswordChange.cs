using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Profile;

/// <summary>Writes a new password once the current one was right: with it go the other sessions, the audit entry, and what others do about it.</summary>
internal sealed class PasswordChange(Db db, SessionStore sessions, PasswordHashing hashing, AuditTrail audit, IMediator mediator)
{
    /// <summary>Hashes outside the transaction, so that no row is held meanwhile.</summary>
    public async Task<Outcome<Done>> MakeAsync(Session me, string password, CancellationToken ct)
    {
        var hash = await hashing.HashAsync(password, ct);
        return await db.InTransactionAsync<Outcome<Done>>(
            async () =>
            {
                if (!await WriteAsync(me, hash)) return new Unauthenticated();
                await sessions.EndOthersAsync(me.AccountId, me.Id, "password_changed");
                await mediator.Publish(new PasswordChanged(me.AccountId), ct);
                audit.Target("account", me.AccountId, me.Name);
                await audit.WriteAsync(nameof(ChangePassword));
                return Done.Value;
            },
            ct: ct);
    }

    /// <summary>False when this session was ended while the passwords were hashed: a reset then has the last word, not whoever knew the old password.</summary>
    private async Task<bool> WriteAsync(Session me, string hash)
    {
        await db.RunAsync("select from accounts where id = @AccountId for update", new { me.AccountId });
        return await db.RunAsync(
            """
            update accounts set password_hash = @hash
            where id = @AccountId and status = 'active'
              and exists (select from sessions s where s.id = @Id and s.account_id = @AccountId and s.ended_at is null)
            """,
            new { me.AccountId, me.Id, hash }) == 1;
    }
}
