using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Requests and grants, the newest first: partner users see all of the tenant's, others those of the organization they are inside.</summary>
[Requires(Permission.Organizations, Permission.LookInside), PersonalData(IsQuiet = true)]
public sealed record ListRequests : IQuery<AccessRequestList>
{
    /// <summary>Those of one organization.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Those that stand so now.</summary>
    [AllowedValues(null, "pending", "approved", "rejected", "cancelled", "lapsed", "expired", "revoked", "returned", ErrorMessage = "There is no such state.")]
    public string? State { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last request of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(Db db, Caller caller, Requests requests) : IRequestHandler<ListRequests, Outcome<AccessRequestList>>
    {
        public async Task<Outcome<AccessRequestList>> Handle(ListRequests request, CancellationToken cancellationToken)
        {
            var organization = request.OrganizationId ?? caller.SignedIn.Inside;
            if (request.OrganizationId is { } asked && !await MaySeeAsync(asked, cancellationToken)) return new NotFound();
            var condition = (organization is null ? "true" : "r.organization_id = @organization")
                + (request.State is null ? "" : " and " + Conditions[request.State]) + (request.Cursor is null ? "" : " and r.id < @Cursor");
            var found = await requests.ListAsync(condition, new { organization, request.State, request.Cursor }, request.Limit + 1, cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new AccessRequestList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }

        private async Task<bool> MaySeeAsync(Guid organization, CancellationToken ct) =>
            caller.SignedIn.Inside is { } inside
                ? inside == organization
                : await db.SingleAsync<bool>("select exists (select from organization_gates where id = @organization)", new { organization }, ct);

        // Each state as its rows say it, so that what is open is found by its own index.
        private static readonly Dictionary<string, string> Conditions = AccessRequest.States.ToDictionary(state => state, state => state switch
        {
            "pending" => "r.state = 'pending' and r.lapses_at > @now",
            "approved" => "r.state = 'approved' and r.expires_at > @now",
            "lapsed" => "(r.state = 'lapsed' or r.state = 'pending' and r.lapses_at <= @now)",
            "expired" => "(r.state = 'expired' or r.state = 'approved' and r.expires_at <= @now)",
            _ => "r.state = @State",
        });
    }
}

/// <summary>A page of requests, and where the next one begins.</summary>
public sealed record AccessRequestList(IReadOnlyList<AccessRequest> Items, Guid? Next);
