using MediatR;

namespace RemoteSupport.Features.Calls;

/// <summary>A guest rings, in this transaction.</summary>
public sealed record CallRang(Guid CallId, Guid InvitationId, DateTimeOffset At) : INotification;

/// <summary>Whoever invited has answered.</summary>
public sealed record CallAnswered(Guid CallId, Guid InvitationId, DateTimeOffset At) : INotification;

/// <summary>Nobody answered: the guest left or was away, or the link died.</summary>
public sealed record CallMissed(Guid CallId, Guid InvitationId, DateTimeOffset At, string Reason) : INotification;

/// <summary>A call is over for good; with it its invitation, and the guest's pass.</summary>
public sealed record CallDone(Guid CallId, Guid InvitationId, DateTimeOffset At, string Reason) : INotification;
