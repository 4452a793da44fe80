using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>How access to an organization stands now: what is asked for, what is granted, and who decides.</summary>
[Requires(Permission.Organizations, Permission.LookInside)]
public sealed record FindAccess(Guid OrganizationId) : IQuery<AccessNow>
{
    internal sealed class Handler(Db db, Caller caller, Requests requests, Owners owners) : IRequestHandler<FindAccess, Outcome<AccessNow>>
    {
        public async Task<Outcome<AccessNow>> Handle(FindAccess request, CancellationToken cancellationToken)
        {
            if (caller.SignedIn.Inside is { } inside && inside != request.OrganizationId) return new NotFound();
            var gate = await db.FindAsync<Gate>(
                "select id, name, managed_by, status, language, time_zone from organization_gates where id = @OrganizationId", new { request.OrganizationId }, cancellationToken);
            if (gate is null) return new NotFound();

            var open = await requests.ListAsync("r.organization_id = @Id and r.state in ('pending', 'approved')", new { gate.Id }, 50, cancellationToken);
            return new AccessNow(
                gate.Id, gate.Name, gate.ManagedBy == "service_provider", (await owners.FindAsync(gate.Id, cancellationToken))?.Name,
                open.FirstOrDefault(one => one.IsPending), open.FirstOrDefault(one => one is { IsActive: true, ExtendsId: null }));
        }
    }
}

/// <summary>How access to an organization stands: who decides (null when there is nobody), what waits for the decision, what can be used now.</summary>
public sealed record AccessNow(Guid OrganizationId, string OrganizationName, bool IsManagedByServiceProvider, string? OwnerName, AccessRequest? Pending, AccessRequest? Grant);
