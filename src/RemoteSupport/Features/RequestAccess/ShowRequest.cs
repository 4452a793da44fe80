using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>One request, or the grant that came of it.</summary>
[Requires(Permission.Organizations, Permission.LookInside), PersonalData(IsQuiet = true)]
public sealed record ShowRequest(Guid Id) : IQuery<AccessRequest>
{
    internal sealed class Handler(Requests requests) : IRequestHandler<ShowRequest, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(ShowRequest request, CancellationToken cancellationToken) =>
            await requests.FindAsync(request.Id, cancellationToken) is { } found ? found : new NotFound();
    }
}
