using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Invitations;

/// <summary>Writes an invitation's way down, step by step, and lets open pages hear of it, in the transaction of each step.</summary>
internal sealed class InvitationStory(Db db, LiveEvents live, TimeProvider clock)
{
    /// <summary>Adds a step.</summary>
    public async Task AddAsync(Guid invitationId, string kind, Guid? messageId = null)
    {
        var now = clock.GetUtcNow();
        await db.RunAsync(
            "insert into support_invitation_events (id, invitation_id, kind, at, message_id) values (@id, @invitationId, @kind, @now, @messageId)",
            new { id = Guid.CreateVersion7(now), invitationId, kind, now, messageId });
        await PublishAsync(invitationId);
    }

    /// <summary>Tells the inviter's pages, and those of the admins on the inviter's side.</summary>
    private async Task PublishAsync(Guid invitationId)
    {
        var side = await db.SingleAsync<Side>("select inviter_id, organization_id from support_invitations where id = @invitationId", new { invitationId });
        await live.PublishAllAsync([Topics.Person(side.InviterId), side.OrganizationId is { } organization ? Topics.Organization(organization) : Topics.Tenant], Topics.Invitations);
    }

    private sealed record Side(Guid InviterId, Guid? OrganizationId);
}
