using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Profile;

/// <summary>
/// Somebody sets a new password and is signed out everywhere else (AC-7, AC-9). The current one is asked for at the same door as at sign-in,
/// so wrong ones count towards the lock (AC-1).
/// </summary>
[Requires(Permission.OwnAccount), OwnTransactions]
public sealed record ChangePassword : ICommand<Done>
{
    /// <summary>As typed.</summary>
    [Required(ErrorMessage = "Enter your current password.")]
    [StringLength(1_000, ErrorMessage = "This password is too long.")]
    public string? CurrentPassword { get; init; }

    /// <summary>As typed; AC-7 says what it must be.</summary>
    [Required(ErrorMessage = "Enter a new password.")]
    public string? NewPassword { get; init; }

    internal sealed class Handler(IMediator mediator, NewPasswords passwords, PasswordChange change, Caller caller, IStringLocalizer localizer) : IRequestHandler<ChangePassword, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ChangePassword request, CancellationToken cancellationToken)
        {
            var me = caller.SignedIn;
            if (passwords.FlawOf("newPassword", request.NewPassword!, me.Email, me.Name) is { } flaw) return flaw;

            var check = await mediator.Send(new CheckPassword { Email = me.Email, Password = request.CurrentPassword }, cancellationToken);
            if (check.Refusal is InvalidCredentials) return ValidationFailed.At("currentPassword", localizer["This is not your current password."]);
            return check.Refusal ?? await change.MakeAsync(me, request.NewPassword!, cancellationToken);
        }
    }
}
