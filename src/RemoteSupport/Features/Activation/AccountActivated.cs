using MediatR;

namespace RemoteSupport.Features.Activation;

/// <summary>An invited person has set a password and can sign in from now on. Published inside the transaction.</summary>
public sealed record AccountActivated(Guid AccountId) : INotification;
