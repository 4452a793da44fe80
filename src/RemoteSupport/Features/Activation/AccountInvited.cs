using MediatR;

namespace RemoteSupport.Features.Activation;

/// <summary>An account was made whose holder has yet to choose a password; published in the transaction that makes it.</summary>
public sealed record AccountInvited(Guid AccountId) : INotification;
