using MediatR;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Somebody of the partner's team has been shut out. Published inside the transaction, which holds their account.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="By">The tenant admin who did it.</param>
public sealed record PartnerUserDeactivated(Guid AccountId, Guid By) : INotification;
