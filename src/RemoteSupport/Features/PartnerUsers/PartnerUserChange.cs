using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>What every change of a partner user has in common: who is held meanwhile, that an admin is left, its trail and its news.</summary>
internal sealed class PartnerUserChange(Db db, AuditTrail audit, LiveEvents live)
{
    /// <summary>
    /// The person, held until the transaction ends. All active admins are held with them, always in the same order, so that of several who would leave the
    /// tenant without an admin together, each sees what the one before has done.
    /// </summary>
    public async Task<Outcome<PartnerUser>> BeginAsync(Guid id, CancellationToken ct)
    {
        await db.RunAsync(
            "select from accounts where kind = 'partner' and (id = @id or role = 'admin' and status = 'active') order by id for no key update", new { id }, ct);
        var user = await db.FindAsync<PartnerUser>($"select {PartnerUser.Columns} from accounts a where a.id = @id and a.kind = 'partner'", new { id }, ct);
        if (user is null) return new NotFound();
        audit.Target("account", user.Id, user.Name);
        return user;
    }

    /// <summary>Writes what differs, in the row and in the trail; nothing at all when somebody else was faster with the same.</summary>
    public async Task<Outcome<PartnerUser>> SaveAsync(PartnerUser before, PartnerUser after, CancellationToken ct)
    {
        if (after == before)
        {
            audit.Nothing();
            return before;
        }

        if (before.IsActiveAdmin && !after.IsActiveAdmin && !await IsAnotherAdminAsync(before.Id, ct)) return new LastAdmin();
        await db.RunAsync("update accounts set role = @Role, status = @Status where id = @Id", new { after.Id, after.Role, after.Status }, ct);
        audit.Changed("role", before.Role, after.Role);
        audit.Changed("status", before.Status, after.Status);
        await TellAsync();
        return after;
    }

    /// <summary>Says what is new about somebody who has just been invited.</summary>
    public async Task AddedAsync(PartnerUser user)
    {
        audit.Target("account", user.Id, user.Name);
        audit.Changed("email", null, user.Email);
        audit.Changed("role", null, user.Role);
        await TellAsync();
    }

    private Task<bool> IsAnotherAdminAsync(Guid id, CancellationToken ct) =>
        db.SingleAsync<bool>("select exists (select from accounts where kind = 'partner' and role = 'admin' and status = 'active' and id <> @id)", new { id }, ct);

    private Task TellAsync() => live.PublishAsync(Topics.Tenant, Topics.Users);
}
