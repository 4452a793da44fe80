using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Makes a partner user an administrator or takes that back (TN-5). An administrator may step down, unless they are the last.</summary>
[Requires(Permission.Tenant)]
public sealed record ChangePartnerUserRole(Guid Id) : ICommand<PartnerUser>
{
    /// <summary>"admin" or "supporter".</summary>
    [AllowedValues("admin", "supporter", ErrorMessage = "Choose a role from the list.")]
    public string? Role { get; init; }

    internal sealed class Handler(PartnerUserChange change) : IRequestHandler<ChangePartnerUserRole, Outcome<PartnerUser>>
    {
        public async Task<Outcome<PartnerUser>> Handle(ChangePartnerUserRole request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var user, out var refusal)) return refusal;
            return await change.SaveAsync(user, user with { Role = request.Role! }, cancellationToken);
        }
    }
}
