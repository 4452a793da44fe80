using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>While access is granted, any supporter asks for more of it (RA-10). Decided like a request.</summary>
[Requires(Permission.Support)]
public sealed record AskForMoreTime : ICommand<AccessRequest>, IAsksForTime
{
    /// <summary>The grant, or what lengthened it.</summary>
    public Guid Id { get; init; }

    /// <summary>How much more: ISO 8601 (RA-4).</summary>
    public string? Duration { get; init; } = "PT1H";

    /// <summary>What the owner should know.</summary>
    [StringLength(FreeText.Longest, ErrorMessage = "The note can have 1,000 characters at most.")]
    public string? Note { get; init => field = FreeText.Of(value); }

    internal sealed class Handler(Durations durations, Requests requests, Turn turn, Asking asking) : IRequestHandler<AskForMoreTime, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(AskForMoreTime request, CancellationToken cancellationToken)
        {
            if (await requests.FindAsync(request.Id, cancellationToken) is not { } known) return new NotFound();
            if (!durations.Read(request.Duration).Succeeded(out var duration, out var flaw)) return flaw;
            var gate = await turn.TakeAsync(known.OrganizationId, cancellationToken);
            var grant = (await requests.FindAsync(request.Id, cancellationToken))!;
            if (!grant.IsActive) return requests.NotActive(grant);
            return await asking.AskAsync(gate!, new Question(duration, request.Note, grant.Grant), cancellationToken);
        }
    }
}
