using System.Globalization;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>What was wrong, row by row.</summary>
/// <param name="Id">The import.</param>
[Requires(Permission.Organizations)]
public sealed record ListImportFaults(Guid Id) : IQuery<ImportFaults>
{
    /// <summary>At most so many rows' faults: 1 to 200.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The last line of the page before.</summary>
    public string? Cursor { get; init; }

    internal sealed class Handler(Db db, ImportRows imports) : IRequestHandler<ListImportFaults, Outcome<ImportFaults>>
    {
        public async Task<Outcome<ImportFaults>> Handle(ListImportFaults request, CancellationToken cancellationToken)
        {
            if (await imports.FindAsync(request.Id, cancellationToken) is null) return new NotFound();
            var (limit, after) = (Math.Clamp(request.Limit, 1, 200), int.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0);
            var faults = await db.ListAsync<ImportFault>(
                """
                select line, name, column_name as column, value, reason
                from organization_import_faults
                where import_id = @Id and line in (
                  select distinct line from organization_import_faults where import_id = @Id and line > @after order by line limit @more)
                order by line, position
                """,
                new { request.Id, after, more = limit + 1 }, cancellationToken);
            var lines = faults.Select(fault => fault.Line).Distinct().ToList();
            if (lines.Count <= limit) return new ImportFaults(faults, null);
            return new ImportFaults([.. faults.Where(fault => fault.Line < lines[limit])], lines[limit - 1].ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>A page of them.</summary>
/// <param name="Faults">In the order of the file.</param>
/// <param name="Next">Asks for the next page; null on the last one.</param>
public sealed record ImportFaults(IReadOnlyList<ImportFault> Faults, string? Next);
