using MediatR;

namespace RemoteSupport.Features.Activation;

/// <summary>
/// An invited account waits for its holder. Whoever makes one publishes this inside the transaction that inserts it, and again whenever its holder
/// needs a new link: the mail with the link is queued there and then (OR-2). The account's status must be "invited".
/// </summary>
public sealed record AccountInvited(Guid AccountId) : INotification;
