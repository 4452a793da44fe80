using MediatR;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Grants have just ended, in this transaction: whoever is inside on them is out.</summary>
/// <param name="Grants">Their ids.</param>
/// <param name="Reason">"expired", "revoked", "returned" or "managed_by_changed".</param>
/// <param name="By">The account of whoever ended them; null for the clock.</param>
public sealed record AccessEnded(IReadOnlyList<Guid> Grants, string Reason, Guid? By) : INotification;
