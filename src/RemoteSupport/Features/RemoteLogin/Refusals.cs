using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>The customer manages the organization, and no grant is active (RA-3).</summary>
public sealed record ApprovalRequired() : Refusal("approval_required", 403, "The owner has not given access. Please request it first.");

/// <summary>This person's login was ended from the customer's side: on this grant they cannot enter again (RA-15).</summary>
public sealed record EndedByCustomer() : Refusal("approval_required", 403, "The customer has ended your support session. You cannot enter again on this access.");
