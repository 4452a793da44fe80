using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>A tenant admin takes an application out of the list; reports about it stay as they are.</summary>
[Requires(Permission.Tenant)]
public sealed record RemoveApplication(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Db db, AuditTrail audit) : IRequestHandler<RemoveApplication, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(RemoveApplication request, CancellationToken cancellationToken)
        {
            var name = await db.FindAsync<string>("delete from applications where id = @Id returning name", new { request.Id }, cancellationToken);
            if (name is null) return new NotFound();
            audit.Target("application", request.Id, name);
            return Done.Value;
        }
    }
}
