using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>The tenant's latest imports, the newest first.</summary>
[Requires(Permission.Organizations)]
public sealed record ListImports : IQuery<IReadOnlyList<ImportAnswer>>
{
    internal sealed class Handler(Db db) : IRequestHandler<ListImports, Outcome<IReadOnlyList<ImportAnswer>>>
    {
        public async Task<Outcome<IReadOnlyList<ImportAnswer>>> Handle(ListImports request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<ImportAnswer>($"{ImportAnswer.Sql} order by i.id desc limit 20", ct: cancellationToken));
    }
}
