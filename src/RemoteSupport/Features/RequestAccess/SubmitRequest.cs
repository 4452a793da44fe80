using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>A supporter asks an organization's owner to be let in for a while (RA-3).</summary>
[Requires(Permission.Support)]
public sealed record SubmitRequest : ICommand<AccessRequest>, IAsksForTime
{
    /// <summary>Who is to be supported.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>ISO 8601, from one minute to the tenant's maximum (RA-4).</summary>
    public string? Duration { get; init; } = "PT1H";

    /// <summary>What the owner should know.</summary>
    [StringLength(FreeText.Longest, ErrorMessage = "The note can have 1,000 characters at most.")]
    public string? Note { get; init => field = FreeText.Of(value); }

    internal sealed class Handler(Durations durations, Turn turn, Asking asking) : IRequestHandler<SubmitRequest, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(SubmitRequest request, CancellationToken cancellationToken)
        {
            if (await turn.TakeAsync(request.OrganizationId, cancellationToken) is not { } gate) return new NotFound();
            if (!durations.Read(request.Duration).Succeeded(out var duration, out var flaw)) return flaw;
            return await asking.AskAsync(gate, new Question(duration, request.Note), cancellationToken);
        }
    }
}
