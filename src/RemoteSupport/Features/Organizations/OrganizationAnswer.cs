namespace RemoteSupport.Features.Organizations;

/// <summary>An organization's Account Information, as the API shows it (OR-1).</summary>
public sealed record OrganizationAnswer(
    Guid Id, string Name, string? CustomerReference, IReadOnlyList<string> Numbers, string ManagedBy, string Status, AccessAnswer Access,
    string Country, string Language, string TimeZone, string CreatedBy, OwnerAnswer? Owner, HandoverAnswer? Handover)
{
    /// <summary>The same as in a list.</summary>
    internal FoundOrganization ToFound() => new(Id, Name, CustomerReference, Numbers, ManagedBy, Status, Access, Country, Language, TimeZone, CreatedBy);
}

/// <summary>How a partner user gets in at the moment.</summary>
/// <param name="State">"direct": at once. "none": access has to be requested. "pending": the owner has been asked. "active": the owner let the partner in.</param>
/// <param name="RequestId">The pending request or the active grant.</param>
/// <param name="RequestedBy">The name of whoever asked.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="ExpiresAt">The end of an active grant.</param>
public sealed record AccessAnswer(string State, Guid? RequestId = null, string? RequestedBy = null, DateTimeOffset? RequestedAt = null, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>SQL that finds, as <c>a</c>, what is open or asked for in the organization <c>o</c> at @now; the grant before the request.</summary>
    internal const string Join =
        """
        left join lateral (
          select id, state, requester_id, created_at, expires_at
          from organization_access
          where organization_id = o.id and (state = 'approved' and expires_at > @now or state = 'pending' and lapses_at > @now)
          order by state
          limit 1) a on true
        left join accounts requester on requester.id = a.requester_id
        """;

    /// <summary>What the joined columns say.</summary>
    internal static AccessAnswer Of(string managedBy, Guid? id, string? state, string? by, DateTimeOffset? at, DateTimeOffset? until) => (managedBy, state) switch
    {
        (Management.ServiceProvider, _) => new("direct"),
        (_, "approved") => new("active", id, by, at, until),
        (_, "pending") => new("pending", id, by, at),
        _ => new("none"),
    };
}

/// <summary>Who owns an organization.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Email">The address.</param>
/// <param name="Status">"invited" until the account is activated, then "active".</param>
public sealed record OwnerAnswer(Guid Id, string Name, string Email, string Status);

/// <summary>The owner has been asked to let the service provider manage the organization, and has not answered yet (OR-4).</summary>
/// <param name="State">"pending".</param>
/// <param name="RequestedBy">The name of whoever asked.</param>
/// <param name="RequestedAt">When.</param>
public sealed record HandoverAnswer(string State, string RequestedBy, DateTimeOffset RequestedAt);
