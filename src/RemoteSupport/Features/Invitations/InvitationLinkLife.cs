using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Invitations;

/// <summary>Until when a guest's link can be used.</summary>
internal sealed class InvitationLinkLife(InvitationLinks links) : ILinkLife
{
    public string Purpose => InvitationLinks.Purpose;

    public string Instead => Sentence.Of("Send a new invitation.");

    public async Task<DateTimeOffset?> EndsAtAsync(Guid id, CancellationToken ct) => await links.FindAsync(id, ct) is { IsOpen: true } open ? open.ExpiresAt : null;
}
