using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Delivery;

/// <summary>Until when the link that confirms a sender can be used: while it is the newest.</summary>
internal sealed class SenderLinkLife(Db db, SenderProof proof) : ILinkLife
{
    public string Purpose => SenderProof.Purpose;

    public string Instead => Sentence.Of("Ask for a new link in the delivery settings.");

    public Task<DateTimeOffset?> EndsAtAsync(Guid id, CancellationToken ct) =>
        db.FindAsync<DateTimeOffset?>("select confirm_until from delivery_settings where confirm_hash = @hash and confirm_until > @Now", new { hash = proof.HashOf(id), proof.Now }, ct);
}
