using System.Runtime.CompilerServices;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Audit;

/// <summary>All entries of a filter, however many, to be read as they are written out (AU-2).</summary>
[Requires(Permission.LookInside, Permission.Tenant), PersonalData]
public sealed record ExportAuditEvents : IQuery<AuditExport>
{
    /// <summary>Which entries.</summary>
    public AuditFilter Filter { get; init; } = new();

    internal sealed class Handler(AuditRows rows) : IRequestHandler<ExportAuditEvents, Outcome<AuditExport>>
    {
        private const int Batch = 1000;

        public async Task<Outcome<AuditExport>> Handle(ExportAuditEvents request, CancellationToken cancellationToken)
        {
            if (await rows.RefusalOfAsync(request.Filter, cancellationToken) is { } refusal) return refusal;
            return new AuditExport(ReadAsync(request.Filter, cancellationToken));
        }

        /// <summary>Batch by batch, each a read of its own: no transaction stays open and no more than one batch is in memory.</summary>
        private async IAsyncEnumerable<AuditEvent> ReadAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken ct)
        {
            for (Guid? below = null; ;)
            {
                var batch = await rows.ReadAsync(filter, below, Batch, ct);
                foreach (var entry in batch) yield return entry;
                if (batch.Count < Batch) yield break;
                below = batch[^1].Id;
            }
        }
    }
}

/// <summary>The entries, the newest first, read while they are enumerated.</summary>
public sealed record AuditExport(IAsyncEnumerable<AuditEvent> Events);
