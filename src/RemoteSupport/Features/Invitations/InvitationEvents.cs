using MediatR;

namespace RemoteSupport.Features.Invitations;

/// <summary>An invitation was taken back; published in the transaction. Whoever is in a call by it is out.</summary>
public sealed record InvitationCancelled(Guid InvitationId) : INotification;

/// <summary>An invitation's time was over without a running call; published in the transaction.</summary>
public sealed record InvitationExpired(Guid InvitationId) : INotification;

/// <summary>The guest did not accept the privacy terms; published in the transaction.</summary>
public sealed record InvitationDeclined(Guid InvitationId) : INotification;
