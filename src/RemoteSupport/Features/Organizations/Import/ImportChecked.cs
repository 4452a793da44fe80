using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Imports the file that a trial has checked.</summary>
/// <param name="Id">The trial.</param>
[Requires(Permission.Organizations)]
public sealed record ImportChecked(Guid Id) : ICommand<ImportAnswer>
{
    internal sealed class Handler(Db db, ImportRows imports, AuditTrail audit) : IRequestHandler<ImportChecked, Outcome<ImportAnswer>>
    {
        public async Task<Outcome<ImportAnswer>> Handle(ImportChecked request, CancellationToken cancellationToken)
        {
            // Held first, in a statement of its own: the next one then sees what somebody else has begun meanwhile.
            await db.RunAsync("select from organization_imports where id = @Id for update", new { request.Id }, cancellationToken);
            var trial = await db.FindAsync<Trial>(
                """
                select i.file_id, i.file_name, i.file_size, i.is_trial and i.state = 'done' as is_checked,
                       exists (select from organization_imports o where o.file_id = i.file_id and not o.is_trial) as is_imported
                from organization_imports i
                where i.id = @Id
                """,
                new { request.Id }, cancellationToken);
            if (trial is null) return new NotFound();
            if (!trial.IsChecked || trial.IsImported) return new ImportNotThere();
            var started = await imports.AddAsync(trial.FileId, trial.FileName, trial.FileSize, isTrial: false);
            audit.Target("import", started.Id, trial.FileName, null);
            return started;
        }

        private sealed record Trial(Guid FileId, string FileName, long FileSize, bool IsChecked, bool IsImported);
    }
}
