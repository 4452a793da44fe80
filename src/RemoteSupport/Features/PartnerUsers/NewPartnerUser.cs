using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>
/// Makes the account of an invited partner user. Where the address is a customer's member's, one is made under a key that nobody can sign in with: the
/// list and every button behave as for anybody invited, so an invitation tells nobody who has an account (AC-3).
/// </summary>
internal sealed class NewPartnerUser(Db db, TimeProvider clock)
{
    /// <summary>The new person; null when somebody of the team has the address already.</summary>
    public async Task<PartnerUser?> AddAsync(InvitePartnerUser asked, EmailAddress email, CancellationToken ct)
    {
        // Twice, because whoever takes the address at the same moment is seen only by the second statement.
        return await InsertAsync(asked, email, ct) ?? await InsertAsync(asked, email, ct);
    }

    private Task<PartnerUser?> InsertAsync(InvitePartnerUser asked, EmailAddress email, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.FindAsync<PartnerUser>(
            """
            with holder as materialized (select kind from accounts where email_key = @Key)
            insert into accounts (id, email, email_key, name, kind, role, status, language, created_at)
            select @id, @Text, case when exists (select from holder) then @takenKey else @Key end, @Name, 'partner', @Role, 'invited', @Language, @now
            where not exists (select from holder where kind = 'partner')
            on conflict (tenant_id, email_key) do nothing
            returning id, name, email, role, status, created_at, null::timestamptz as last_seen_at
            """,
            new { id = Guid.CreateVersion7(now), email.Text, email.Key, takenKey = TakenAddress.KeyFor(null, email.Key), asked.Name, asked.Role, asked.Language, now }, ct);
    }
}
