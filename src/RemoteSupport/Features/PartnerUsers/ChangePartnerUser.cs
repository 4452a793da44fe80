using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Changes role and status together, or neither, as the API allows.</summary>
[Requires(Permission.Tenant)]
public sealed record ChangePartnerUser : ICommand<PartnerUser>
{
    /// <summary>The account.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>"admin" or "supporter"; null leaves it.</summary>
    [AllowedValues(null, "admin", "supporter", ErrorMessage = "Choose a role from the list.")]
    public string? Role { get; init; }

    /// <summary>"active" or "deactivated"; null leaves it.</summary>
    [AllowedValues(null, "active", "deactivated", ErrorMessage = "A partner user can be made active or deactivated.")]
    public string? Status { get; init; }

    /// <summary>The one operation that does what is asked, where it is one thing: so the trail says it as simply.</summary>
    internal ICommand<PartnerUser> Simplest => (Role, Status) switch
    {
        ({ } role, null) => new ChangePartnerUserRole(Id) { Role = role },
        (null, "deactivated") => new DeactivatePartnerUser(Id),
        (null, "active") => new ReactivatePartnerUser(Id),
        _ => this,
    };

    internal sealed class Handler(PartnerUserChange change, AuditTrail audit, IMediator mediator) : IRequestHandler<ChangePartnerUser, Outcome<PartnerUser>>
    {
        public async Task<Outcome<PartnerUser>> Handle(ChangePartnerUser request, CancellationToken cancellationToken)
        {
            if (request is { Role: null, Status: null })
            {
                audit.Nothing();
                return await change.BeginAsync(request.Id, cancellationToken);
            }

            // The status first: whoever comes back may be the one who lets another admin go.
            var changed = await mediator.Send((request with { Role = null }).Simplest, cancellationToken);
            return changed.Refusal is null ? await mediator.Send((request with { Status = null }).Simplest, cancellationToken) : changed;
        }
    }
}
