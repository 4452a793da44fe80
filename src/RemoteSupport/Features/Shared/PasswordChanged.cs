using MediatR;

namespace RemoteSupport.Features.Shared;

/// <summary>An account has a new password. Published inside the transaction that set it.</summary>
public sealed record PasswordChanged(Guid AccountId) : INotification;
