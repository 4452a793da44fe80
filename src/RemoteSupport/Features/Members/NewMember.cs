using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Members;

/// <summary>
/// Makes the account of an invited member. Where the address is an account's elsewhere in the tenant, one is made under a key that nobody can sign in
/// with: the list and every button behave as for anybody invited, so an invitation tells nobody who has an account (AC-3).
/// </summary>
internal sealed class NewMember(Db db, Caller caller, TimeProvider clock)
{
    /// <summary>The new member; null when somebody of the organization has the address already.</summary>
    public async Task<Member?> AddAsync(string name, EmailAddress email, string role, CancellationToken ct)
    {
        // Twice, because whoever takes the address at the same moment is seen only by the second statement.
        return await InsertAsync(name, email, role, ct) ?? await InsertAsync(name, email, role, ct);
    }

    private Task<Member?> InsertAsync(string name, EmailAddress email, string role, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.FindAsync<Member>(
            """
            with holder as materialized (select organization_id from accounts where email_key = @Key)
            insert into accounts (id, email, email_key, name, kind, role, organization_id, status, language, time_zone, created_at)
            select @id, @Text, case when exists (select from holder) then @takenKey else @Key end, @name, 'organization', @role, o.id, 'invited', o.language, o.time_zone, @now
            from organization_gates o
            where o.id = @Organization and not exists (select from holder h where h.organization_id = o.id)
            on conflict (tenant_id, email_key) do nothing
            returning id, name, email, role, status, created_at
            """,
            new { id = Guid.CreateVersion7(now), email.Text, email.Key, takenKey = TakenAddress.KeyFor(caller.Organization, email.Key), name, role, now, caller.Organization }, ct);
    }
}
