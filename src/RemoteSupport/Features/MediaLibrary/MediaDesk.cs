using MediatR;
using RemoteSupport.Features.Calls.Files;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>What the pages of the library have in common.</summary>
public sealed class MediaDesk(IMediator mediator, TimeProvider clock)
{
    /// <summary>A fresh form's number: sent twice, it sends once.</summary>
    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>The call in which the reader is; null outside of one.</summary>
    public async Task<RunningCall?> FindCallAsync() => (await mediator.Send(new FindRunningCall())).Value;

    /// <summary>Sends an item to the guest of a call; the refusal, if there is one.</summary>
    public async Task<Refusal?> SendAsync(Guid callId, Guid id, Guid mediaId) => (await mediator.Send(new SendFromLibrary(callId, id, mediaId))).Refusal;
}
