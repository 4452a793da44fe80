using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What problems can be reported with: the tenant's list, by name. The form for people who cannot sign in has it, too.</summary>
[OpenToAll]
public sealed record ListApplications : IQuery<IReadOnlyList<SupportedApplication>>
{
    internal sealed class Handler(Db db) : IRequestHandler<ListApplications, Outcome<IReadOnlyList<SupportedApplication>>>
    {
        public async Task<Outcome<IReadOnlyList<SupportedApplication>>> Handle(ListApplications request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<SupportedApplication>("select id, name from applications order by fold(name), id", ct: cancellationToken));
    }
}

/// <summary>An application of the tenant's list.</summary>
public sealed record SupportedApplication(Guid Id, string Name);
