using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Stops an import between two rows; what has been imported stays.</summary>
/// <param name="Id">The import.</param>
[Requires(Permission.Organizations)]
public sealed record StopImport(Guid Id) : ICommand<ImportAnswer>
{
    internal sealed class Handler(Db db, ImportRows imports, LiveEvents live, AuditTrail audit, TimeProvider clock) : IRequestHandler<StopImport, Outcome<ImportAnswer>>
    {
        public async Task<Outcome<ImportAnswer>> Handle(StopImport request, CancellationToken cancellationToken)
        {
            if (await imports.FindAsync(request.Id, cancellationToken) is not { } import) return new NotFound();
            var stopped = await db.RunAsync(
                "update organization_imports set state = 'stopped', ended_at = @now, due_at = null where id = @Id and due_at is not null", new { request.Id, now = clock.GetUtcNow() }, cancellationToken);
            if (stopped == 0) return new ImportNotThere();
            audit.Target("import", import.Id, import.FileName, null);
            await live.PublishAsync(Topics.Support, Topics.Imports);
            return (await imports.FindAsync(request.Id, cancellationToken))!;
        }
    }
}
