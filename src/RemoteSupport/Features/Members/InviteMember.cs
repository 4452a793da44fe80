using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Members;

/// <summary>Invites somebody into the caller's organization: they get a mail with the link that sets their password (OR-7).</summary>
[Requires(Permission.Members)]
public sealed record InviteMember : ICommand<Member>
{
    /// <summary>The organization, where the caller names one: any but the own is not found.</summary>
    [JsonIgnore]
    public Guid? OrganizationId { get; init; }

    /// <summary>As others see it.</summary>
    [Required(ErrorMessage = "Enter a name.")]
    [StringLength(200, ErrorMessage = "A name can have 200 characters at most.")]
    [RegularExpression(@"[^\p{Cc}\p{Zl}\p{Zp}]*", ErrorMessage = "A name is one line of text.")]
    public string? Name { get; init => field = value?.Trim(); }

    /// <summary>Where the invitation goes, and what they sign in with.</summary>
    [Required(ErrorMessage = "Enter an e-mail address.")]
    [StringLength(254, ErrorMessage = "This e-mail address is too long.")]
    public string? Email { get; init => field = value?.Trim(); }

    /// <summary>"admin" or "member".</summary>
    [AllowedValues("admin", "member", ErrorMessage = "Choose a role from the list.")]
    public string? Role { get; init; } = "member";

    internal sealed class Handler(Caller caller, NewMember added, MemberChange change, IMediator mediator) : IRequestHandler<InviteMember, Outcome<Member>>
    {
        public async Task<Outcome<Member>> Handle(InviteMember request, CancellationToken cancellationToken)
        {
            if (request.OrganizationId is { } id && id != caller.Organization) return new NotFound();
            if (!EmailAddress.TryParse(request.Email, out var email)) return new InvalidEmail();
            if (await added.AddAsync(request.Name!, email, request.Role!, cancellationToken) is not { } member) return new AlreadyMember();
            await change.AddedAsync(member);
            await mediator.Publish(new AccountInvited(member.Id), cancellationToken);
            return member;
        }
    }
}
