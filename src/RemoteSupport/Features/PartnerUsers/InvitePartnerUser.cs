using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Invites somebody into the partner's team: they get a mail with the link that sets their password (TN-5).</summary>
[Requires(Permission.Tenant)]
public sealed record InvitePartnerUser : ICommand<PartnerUser>
{
    /// <summary>As others see it.</summary>
    [Required(ErrorMessage = "Enter a name.")]
    [StringLength(200, ErrorMessage = "A name can have 200 characters at most.")]
    [RegularExpression(@"[^\p{Cc}\p{Zl}\p{Zp}]*", ErrorMessage = "A name is one line of text.")]
    public string? Name { get; init => field = value?.Trim(); }

    /// <summary>Where the invitation goes, and what they sign in with.</summary>
    [Required(ErrorMessage = "Enter an e-mail address.")]
    [StringLength(254, ErrorMessage = "This e-mail address is too long.")]
    public string? Email { get; init => field = value?.Trim(); }

    /// <summary>"admin" or "supporter".</summary>
    [AllowedValues("admin", "supporter", ErrorMessage = "Choose a role from the list.")]
    public string? Role { get; init; } = "supporter";

    /// <summary>The invitation's language, and theirs until they choose another; null is the tenant's.</summary>
    public string? Language { get; init; }

    internal sealed class Handler(NewPartnerUser added, PartnerUserChange change, MultiTenantContextAccessor tenancy, IStringLocalizer localizer, IMediator mediator)
        : IRequestHandler<InvitePartnerUser, Outcome<PartnerUser>>
    {
        public async Task<Outcome<PartnerUser>> Handle(InvitePartnerUser request, CancellationToken cancellationToken)
        {
            if (request.Language is { } language && !tenancy.Tenant.Languages.Contains(language)) return ValidationFailed.At("language", localizer["Choose one of the languages on offer."]);
            if (!EmailAddress.TryParse(request.Email, out var email)) return new InvalidEmail();
            if (await added.AddAsync(request, email, cancellationToken) is not { } user) return new AlreadyPartnerUser();
            await change.AddedAsync(user);
            await mediator.Publish(new AccountInvited(user.Id), cancellationToken);
            return user;
        }
    }
}
