using MediatR;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Granted access is over: who is inside on it has to leave. Published inside the transaction, also by the job that closes what is over by the clock.</summary>
/// <param name="GrantIds">The grants' ids, which remote logins carry.</param>
/// <param name="Reason">"expired", "revoked", "returned" or "managed_by_changed".</param>
/// <param name="By">The account of whoever ended it; null for the clock.</param>
public sealed record AccessEnded(IReadOnlyList<Guid> GrantIds, string Reason, Guid? By) : INotification;

/// <summary>Granted access ends sooner or later than before. Published inside the transaction.</summary>
public sealed record AccessMoved(Guid Grant, Guid OrganizationId, DateTimeOffset ExpiresAt) : INotification;
