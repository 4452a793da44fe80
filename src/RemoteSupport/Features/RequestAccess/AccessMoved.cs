using MediatR;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>A grant now ends sooner or later than before; its running logins follow, in this transaction.</summary>
public sealed record AccessMoved(Guid Grant, Guid OrganizationId, DateTimeOffset ExpiresAt) : INotification;
