using MediatR;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>
/// An account has a new password. Whoever sets one publishes this inside the transaction: the lock is lifted, open reset links die, and the holder
/// is told. Which sessions end is up to the publisher.
/// </summary>
public sealed record PasswordChanged(Guid AccountId) : INotification;
