using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>Changes role and status together, or neither, as the API allows.</summary>
[Requires(Permission.Members)]
public sealed record ChangeMember : ICommand<Member>
{
    /// <summary>The account.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>"admin" or "member"; null leaves it.</summary>
    [AllowedValues(null, "admin", "member", ErrorMessage = "Choose a role from the list.")]
    public string? Role { get; init; }

    /// <summary>"active" or "deactivated"; null leaves it.</summary>
    [AllowedValues(null, "active", "deactivated", ErrorMessage = "A member can be made active or deactivated.")]
    public string? Status { get; init; }

    /// <summary>The one operation that does what is asked, where it is one thing: so the trail says it as simply.</summary>
    internal ICommand<Member> Simplest => (Role, Status) switch
    {
        ({ } role, null) => new ChangeMemberRole(Id) { Role = role },
        (null, "deactivated") => new DeactivateMember(Id),
        (null, "active") => new ReactivateMember(Id),
        _ => this,
    };

    internal sealed class Handler(MemberChange change, AuditTrail audit, IMediator mediator) : IRequestHandler<ChangeMember, Outcome<Member>>
    {
        public async Task<Outcome<Member>> Handle(ChangeMember request, CancellationToken cancellationToken)
        {
            if (request is { Role: null, Status: null })
            {
                audit.Nothing();
                return await change.BeginAsync(request.Id, cancellationToken);
            }

            var changed = await mediator.Send((request with { Status = null }).Simplest, cancellationToken);
            return changed.Refusal is null ? await mediator.Send((request with { Role = null }).Simplest, cancellationToken) : changed;
        }
    }
}
