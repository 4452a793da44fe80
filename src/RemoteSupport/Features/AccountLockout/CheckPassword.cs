using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>
/// The one door at which a password is checked, whoever asks: sign-in by page or API, and changing the password (AC-1 to AC-4, AC-10). An
/// address without an account takes the same steps and the same time. No row is held while the password is hashed.
/// </summary>
[OpenToAll, OwnTransactions]
public sealed record CheckPassword : ICommand<CheckedAccount>
{
    /// <summary>As typed.</summary>
    public string? Email { get; init; }

    /// <summary>As typed.</summary>
    public string? Password { get; init; }

    internal sealed class Handler(Db db, Tries tries, PasswordHashing hashing, LockNotice notice, KnownDevices devices) : IRequestHandler<CheckPassword, Outcome<CheckedAccount>>
    {
        public async Task<Outcome<CheckedAccount>> Handle(CheckPassword request, CancellationToken cancellationToken)
        {
            var key = EmailAddress.KeyOf(request.Email ?? "");
            var account = await db.FindAsync<Account>(
                "select id, name, email, kind, role, organization_id, language, time_zone, case when status = 'active' then password_hash end as password_hash from accounts where email_key = @key",
                new { key }, cancellationToken);
            var attempt = await tries.CountAsync(key, account?.Id);
            if (!attempt.MayCheck) return new AccountLocked(attempt.OpensAt, attempt.OpensIn);

            var password = request.Password ?? "";
            var check = await LookAsync(attempt, account, password);
            if (check == PasswordCheck.Wrong) return await RefuseAsync(attempt, account);

            await tries.ForgetAsync(attempt);
            await notice.RememberNetworkAsync(account!.Id);
            devices.Remember(account.Id);
            var hash = check == PasswordCheck.RightButOld ? await RehashAsync(account, password, cancellationToken) : account.PasswordHash!;
            return new CheckedAccount(account.Id, account.Name, account.Email, account.Kind, account.Role, account.OrganizationId, account.Language, account.TimeZone) { PasswordHash = hash };
        }

        /// <summary>A try that was counted is carried through: who hangs up, or meets a busy node, has made it all the same.</summary>
        private async Task<PasswordCheck> LookAsync(Attempt attempt, Account? account, string password)
        {
            try
            {
                return await hashing.CheckAsync(account?.PasswordHash, password, CancellationToken.None);
            }
            catch (TooBusyException) when (attempt.IsLast)
            {
                await RefuseAsync(attempt, account);
                throw;
            }
        }

        private async Task<Outcome<CheckedAccount>> RefuseAsync(Attempt attempt, Account? account)
        {
            if (!attempt.IsLast) return new InvalidCredentials();
            if (account is { PasswordHash: not null }) await notice.TellAsync(account.Id, account.Name, account.OrganizationId, attempt);
            else await notice.PretendAsync(attempt);
            return new AccountLocked(attempt.OpensAt, attempt.OpensIn);
        }

        private async Task<string> RehashAsync(Account account, string password, CancellationToken ct)
        {
            var hash = await hashing.HashAsync(password, ct);
            var stored = await db.RunAsync("update accounts set password_hash = @hash where id = @Id and password_hash = @PasswordHash", new { account.Id, account.PasswordHash, hash }, ct);
            if (stored == 1) return hash;

            // Another sign-in has renewed it just now, or the password is no longer this one.
            var current = await db.FindAsync<string>("select password_hash from accounts where id = @Id and status = 'active'", new { account.Id }, ct);
            return current is not null && await hashing.CheckAsync(current, password, ct) != PasswordCheck.Wrong ? current : account.PasswordHash!;
        }

        private sealed record Account(
            Guid Id, string Name, string Email, string Kind, string Role, Guid? OrganizationId, string? Language, string? TimeZone, string? PasswordHash);
    }
}

/// <summary>An account whose holder has just proved to be here.</summary>
public sealed record CheckedAccount(Guid Id, string Name, string Email, string Kind, string Role, Guid? OrganizationId, string? Language, string? TimeZone)
{
    /// <summary>What the password was checked against. Whoever goes on from here makes sure, in their transaction, that it still is the account's.</summary>
    internal string PasswordHash { get; init; } = "";
}
