using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>How one import stands.</summary>
/// <param name="Id">The import.</param>
[Requires(Permission.Organizations)]
public sealed record ShowImport(Guid Id) : IQuery<ImportAnswer>
{
    internal sealed class Handler(ImportRows imports) : IRequestHandler<ShowImport, Outcome<ImportAnswer>>
    {
        public async Task<Outcome<ImportAnswer>> Handle(ShowImport request, CancellationToken cancellationToken) =>
            await imports.FindAsync(request.Id, cancellationToken) is { } import ? import : new NotFound();
    }
}
