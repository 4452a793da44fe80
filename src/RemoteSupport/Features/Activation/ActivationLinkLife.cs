using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

/// <summary>Until when an activation link can be used: while it is the newest of an account that waits.</summary>
internal sealed class ActivationLinkLife(AccountLinks links) : ILinkLife
{
    public string Purpose => ActivationLink.Purpose;

    public string Instead => Sentence.Of("Send a new invitation instead, where the person is listed.");

    public Task<DateTimeOffset?> EndsAtAsync(Guid id, CancellationToken ct) => links.EndsAtAsync(Purpose, id, "invited", ct);
}
