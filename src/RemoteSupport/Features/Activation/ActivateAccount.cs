using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Activation;

/// <summary>An invited person sets the first password, and the account is theirs (OR-2). Of several at once exactly one wins.</summary>
[OpenToAll, OwnTransactions]
public sealed record ActivateAccount : ICommand<Done>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    /// <summary>Ten characters at least (AC-7).</summary>
    [Required(ErrorMessage = "Enter a password.")]
    public string? Password { get; init; }

    internal sealed class Handler(Db db, AccountLinks links, NewPasswords passwords, AuditTrail audit, IMediator mediator, TimeProvider clock)
        : IRequestHandler<ActivateAccount, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ActivateAccount request, CancellationToken cancellationToken)
        {
            var link = await links.FindAsync(ActivationLink.Purpose, request.Token);
            if (ActivationLink.RefusalOf(link) is { } refusal) return refusal;
            var hashed = await passwords.HashAsync("password", request.Password!, link!.Email, link.Name, cancellationToken);
            if (!hashed.Succeeded(out var hash, out var flaw)) return flaw;
            return await db.InTransactionAsync(() => ActivateAsync(request.Token!, link, hash), keep: outcome => outcome.Refusal is null, cancellationToken);
        }

        private async Task<Outcome<Done>> ActivateAsync(string token, AccountLink link, string hash)
        {
            // The account before its links, as everywhere: otherwise who asks for a link meanwhile and who redeems one wait for each other.
            await db.RunAsync("select from accounts where id = @AccountId for update", new { link.AccountId });
            if (!await links.UseAsync(ActivationLink.Purpose, token)) return ActivationLink.RefusalOf(await links.FindAsync(ActivationLink.Purpose, token)) ?? new ActivationLinkExpired();
            var activated = await db.RunAsync(
                "update accounts set status = 'active', activated_at = @now, password_hash = @hash where id = @AccountId and status = 'invited'",
                new { now = clock.GetUtcNow(), hash, link.AccountId });
            if (activated == 0) return new ActivationLinkExpired();

            await mediator.Publish(new AccountActivated(link.AccountId));
            audit.By(link.AccountId, link.Name, link.Role);
            audit.Target("account", link.AccountId, link.Name, link.OrganizationId);
            audit.Changed("status", "invited", "active");
            await audit.WriteAsync(nameof(ActivateAccount));
            return Done.Value;
        }
    }
}
