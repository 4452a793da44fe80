using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Begins an import of an uploaded file (OR-8), or a trial, which checks every row and changes nothing. It goes on without whoever began it.</summary>
[Requires(Permission.Organizations)]
public sealed record StartImport : ICommand<ImportAnswer>
{
    /// <summary>The upload.</summary>
    public Guid FileId { get; init; }

    /// <summary>Only check.</summary>
    public bool IsTrial { get; init; }

    internal sealed class Handler(StoredFiles files, ImportRows imports, AuditTrail audit) : IRequestHandler<StartImport, Outcome<ImportAnswer>>
    {
        public async Task<Outcome<ImportAnswer>> Handle(StartImport request, CancellationToken cancellationToken)
        {
            if (await files.KeepAsync([request.FileId]) is not [var file]) return new NoImportFile();
            if (await FlawOfHeaderAsync(file.Id, cancellationToken) is { } flaw) return flaw;
            var started = await imports.AddAsync(file.Id, file.Name, file.Size, request.IsTrial);
            audit.Target("import", started.Id, file.Name, null);
            return started;
        }

        private async Task<Refusal?> FlawOfHeaderAsync(Guid fileId, CancellationToken ct)
        {
            if (await files.OpenAsync(fileId, ct) is not var (_, content)) return new NoImportFile();
            await using var closing = content;
            using var file = new ImportFile(content);
            return await file.ReadHeaderAsync(ct);
        }
    }
}
