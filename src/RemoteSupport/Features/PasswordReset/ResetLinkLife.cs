using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Until when a link that sets a new password can be used: while it is the newest of an active account.</summary>
internal sealed class ResetLinkLife(AccountLinks links) : ILinkLife
{
    public string Purpose => ResetLink.Purpose;

    public string Instead => Sentence.Of("The person can ask for a new link on the sign-in page.");

    public Task<DateTimeOffset?> EndsAtAsync(Guid id, CancellationToken ct) => links.EndsAtAsync(Purpose, id, "active", ct);
}
