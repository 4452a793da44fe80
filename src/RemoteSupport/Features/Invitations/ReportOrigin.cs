using MediatR;
using RemoteSupport.Features.ProblemReports;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>What an invitation comes of: a problem report and its organization, or nothing.</summary>
internal sealed record Origin(ProblemReport? Report)
{
    /// <summary>The organization that somebody is invited of, where known.</summary>
    public Guid? CustomerId => Report?.OrganizationId;
}

/// <summary>Finds the problem report that a partner user invites from (PR-3), as far as they see it.</summary>
internal sealed class ReportOrigin(IMediator mediator, Caller caller)
{
    public async Task<Outcome<Origin>> FindAsync(Guid? reportId, CancellationToken ct)
    {
        if (reportId is not { } id) return new Origin(null);
        if (!caller.May(Permission.Organizations)) return new NotFound();
        var found = await mediator.Send(new ShowProblemReport(id), ct);
        return found.Succeeded(out var whole, out var refusal) ? new Origin(whole.Report) : refusal;
    }
}
