using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>What every change of a member has in common: whose row it is, that nobody else changes it meanwhile, its trail and its news.</summary>
internal sealed class MemberChange(Db db, Caller caller, AuditTrail audit, LiveEvents live)
{
    /// <summary>The member, held until the transaction ends; refused for the owner, and for anybody of another organization.</summary>
    public async Task<Outcome<Member>> BeginAsync(Guid id, CancellationToken ct)
    {
        var member = await db.FindAsync<Member>(
            "select id, name, email, role, status, created_at from accounts where id = @id and organization_id = @Organization for no key update",
            new { id, caller.Organization }, ct);
        if (member is null) return new NotFound();
        if (member.Role == "owner") return new OwnerIsUntouchable();
        audit.Target("account", member.Id, member.Name, caller.Organization);
        return member;
    }

    /// <summary>Writes what differs, in the row and in the trail; nothing at all when somebody else was faster with the same.</summary>
    public async Task<Member> SaveAsync(Member before, Member after, CancellationToken ct)
    {
        if (after == before)
        {
            audit.Nothing();
            return before;
        }

        await db.RunAsync("update accounts set role = @Role, status = @Status where id = @Id", new { after.Id, after.Role, after.Status }, ct);
        audit.Changed("role", before.Role, after.Role);
        audit.Changed("status", before.Status, after.Status);
        await TellAsync();
        return after;
    }

    /// <summary>Says what is new about somebody who has just been invited.</summary>
    public async Task AddedAsync(Member member)
    {
        audit.Target("account", member.Id, member.Name, caller.Organization);
        audit.Changed("email", null, member.Email);
        audit.Changed("role", null, member.Role);
        await TellAsync();
    }

    /// <summary>Open pages of the organization read the list anew.</summary>
    public Task TellAsync() => live.PublishAsync(Topics.Organization(caller.Organization), Topics.Members);
}
