using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Audit;

/// <summary>The audit trail, the newest entry first: an organization's for those inside, the tenant's for its admins (AU-2).</summary>
[Requires(Permission.LookInside, Permission.Tenant), PersonalData(IsQuiet = true)]
public sealed record ListAuditEvents : IQuery<AuditList>
{
    /// <summary>Which entries.</summary>
    public AuditFilter Filter { get; init; } = new();

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last entry of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(AuditRows rows) : IRequestHandler<ListAuditEvents, Outcome<AuditList>>
    {
        public async Task<Outcome<AuditList>> Handle(ListAuditEvents request, CancellationToken cancellationToken)
        {
            if (await rows.RefusalOfAsync(request.Filter, cancellationToken) is { } refusal) return refusal;
            var found = await rows.ReadAsync(request.Filter, request.Cursor, request.Limit + 1, cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new AuditList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }
    }
}

/// <summary>A page of entries, and where the next one begins.</summary>
public sealed record AuditList(IReadOnlyList<AuditEvent> Events, Guid? Next);
