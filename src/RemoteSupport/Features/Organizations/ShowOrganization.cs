using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>Account Information (OR-1): of any organization for partner users, of their own for whoever may look inside it.</summary>
[Requires(Permission.Organizations, Permission.LookInside), PersonalData]
public sealed record ShowOrganization(Guid Id) : IQuery<OrganizationAnswer>
{
    internal sealed class Handler(OrganizationRows rows, Caller caller) : IRequestHandler<ShowOrganization, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(ShowOrganization request, CancellationToken cancellationToken) =>
            caller.MayReach(request.Id) && await rows.FindAsync(request.Id, cancellationToken) is { } organization ? organization : new NotFound();
    }
}
