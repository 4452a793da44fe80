using MediatR;

namespace RemoteSupport.Features.Organizations;

/// <summary>An organization is suspended from now on (OR-5). Published inside the transaction, which holds the organization's row for update.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="By">The account of whoever suspended it.</param>
public sealed record OrganizationSuspended(Guid OrganizationId, Guid? By) : INotification;
