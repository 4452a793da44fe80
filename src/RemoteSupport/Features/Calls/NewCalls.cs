using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>Begins calls: at most one of an invitation rings or runs at a time, whatever two tabs or two nodes do.</summary>
internal sealed class NewCalls(Db db, CallTold told, IMediator mediator, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The call of an invitation that rings or runs; its guest is heard of.</summary>
    public Task<Guid?> FindOpenAsync(Guid invitationId, CancellationToken ct) => db.FindAsync<Guid?>(
        """
        update calls set guest_seen_at = @now, due_at = case when state = 'ringing' then @away else due_at end
        where invitation_id = @invitationId and ended_at is null
        returning id
        """,
        new { invitationId, now = clock.GetUtcNow(), away = clock.GetUtcNow() + CallRules.Away }, ct);

    /// <summary>Begins one; of two at once both get the same.</summary>
    public async Task<Guid> StartAsync(Gate gate, CancellationToken ct)
    {
        var (id, now) = (Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow());
        var begun = await db.RunAsync(
            """
            insert into calls (id, invitation_id, inviter_id, organization_id, rang_at, guest_seen_at, due_at)
            values (@id, @invitation, @InviterId, @OrganizationId, @now, @now, @due)
            on conflict (tenant_id, invitation_id) where ended_at is null do nothing
            """,
            new { id, invitation = gate.Id, gate.InviterId, gate.OrganizationId, now, due = now + CallRules.Away }, ct);
        if (begun == 0)
        {
            audit.Nothing();
            return await FindOpenAsync(gate.Id, ct) ?? throw new InvalidOperationException("A call that stood in the way is gone.");
        }

        audit.Target("call", id, gate.Invitee, gate.OrganizationId);
        await told.TellAsync(await db.SingleAsync<Call>($"{Call.Sql} where c.id = @id", new { id }, ct), "rang");
        await mediator.Publish(new CallRang(id, gate.Id, now), ct);
        return id;
    }
}
