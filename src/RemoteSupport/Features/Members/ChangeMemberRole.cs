using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>Makes a member an administrator or takes that back (OR-7). Never the owner; an administrator may step down.</summary>
[Requires(Permission.Members)]
public sealed record ChangeMemberRole(Guid Id) : ICommand<Member>
{
    /// <summary>"admin" or "member".</summary>
    [AllowedValues("admin", "member", ErrorMessage = "Choose a role from the list.")]
    public string? Role { get; init; }

    internal sealed class Handler(MemberChange change) : IRequestHandler<ChangeMemberRole, Outcome<Member>>
    {
        public async Task<Outcome<Member>> Handle(ChangeMemberRole request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var member, out var refusal)) return refusal;
            return await change.SaveAsync(member, member with { Role = request.Role! }, cancellationToken);
        }
    }
}
