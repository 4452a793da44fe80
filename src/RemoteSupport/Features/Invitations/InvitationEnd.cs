using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Invitations;

/// <summary>Ends invitations, each once: the guest's pass is over, the story says so, and the call hears of it; all in the running transaction.</summary>
internal sealed class InvitationEnd(Db db, PassStore passes, InvitationStory story, IMediator mediator, TimeProvider clock)
{
    /// <summary>The inviter's side takes it back.</summary>
    public Task CancelAsync(Guid id, CancellationToken ct) => EndAsync(id, "cancelled", new InvitationCancelled(id), ct);

    /// <summary>Its time is over.</summary>
    public Task ExpireAsync(Guid id, CancellationToken ct) => EndAsync(id, "expired", new InvitationExpired(id), ct);

    /// <summary>The guest does not accept the terms.</summary>
    public Task DeclineAsync(Guid id, CancellationToken ct) => EndAsync(id, "declined", new InvitationDeclined(id), ct);

    /// <summary>Its call is over.</summary>
    public Task FinishAsync(Guid id, CancellationToken ct) => EndAsync(id, "done", null, ct);

    private async Task EndAsync(Guid id, string how, INotification? news, CancellationToken ct)
    {
        var ended = await db.RunAsync(
            $"update support_invitations set {how}_at = @now, due_at = null where id = @id and num_nonnulls(declined_at, done_at, cancelled_at, expired_at) = 0",
            new { id, now = clock.GetUtcNow() }, ct);
        if (ended == 0) return;
        await passes.EndAsync(id, how);
        await story.AddAsync(id, how);
        if (news is not null) await mediator.Publish(news, ct);
    }
}
