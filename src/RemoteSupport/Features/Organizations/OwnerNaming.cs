using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Members;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Names the owner of an organization that has none who is active (OR-2), in the running transaction, which holds the organization's row. An address that
/// has an account elsewhere in the tenant is answered like any other (AC-3, <see cref="TakenAddress"/>): its holder is told by mail, and nobody gets a link.
/// </summary>
internal sealed class OwnerNaming(Db db, AccountLinks links, OwnerMails mails, IMediator mediator, TimeProvider clock)
{
    /// <summary>What cannot be said of a named owner; null when all is well.</summary>
    public static Refusal? FlawOf(NamedOwner owner, OrganizationFields fields)
    {
        _ = fields.Name(owner.Name, "owner.name");
        var isAddress = EmailAddress.TryParse(owner.Email?.Trim(), out _);
        if (fields.Flaw is not null && !isAddress) fields.OwnerEmail();
        return fields.Flaw ?? (isAddress ? null : (Refusal)new InvalidOwnerEmail());
    }

    /// <summary>Whether somebody owns it, or was named for it.</summary>
    public Task<bool> IsNamedAsync(Guid organizationId) =>
        db.SingleAsync<bool>("select exists (select from accounts where organization_id = @organizationId and role = 'owner' and status <> 'deactivated')", new { organizationId });

    /// <summary>Names the owner; who was named before and has not activated the account is it no longer.</summary>
    public async Task<Refusal?> NameAsync(OrganizationRow organization, NamedOwner owner)
    {
        if (!await WithdrawAsync(organization.Id)) return new OwnerIsActive();
        // The second time under the key of a taken address: somebody else was faster, or it was a member's who is shut out.
        var named = await MakeAsync(organization, owner, isTaken: false) ?? await MakeAsync(organization, owner, isTaken: true);
        if (named!.Status == "active")
        {
            await mails.TellNewOwnerAsync(organization, named.Id);
            return null;
        }

        if (!await links.MayIssueAsync(named.Id)) return new InvitedTooOften();
        await mediator.Publish(new AccountInvited(named.Id));
        return null;
    }

    /// <summary>Takes the organization from an owner who never activated the account; false when one is active.</summary>
    private async Task<bool> WithdrawAsync(Guid organizationId)
    {
        await db.RunAsync(
            "update accounts set status = 'deactivated', role = 'member' where organization_id = @organizationId and role = 'owner' and status = 'invited'", new { organizationId });
        return !await IsNamedAsync(organizationId);
    }

    /// <summary>A new account, or the one that a member of the organization or somebody named before has; null when neither can be.</summary>
    private Task<OwnerAccount?> MakeAsync(OrganizationRow organization, NamedOwner owner, bool isTaken)
    {
        var (now, key) = (clock.GetUtcNow(), EmailAddress.KeyOf(owner.Email!));
        return db.FindAsync<OwnerAccount>(
            """
            with taken as materialized (
              select @isTaken or exists (select from accounts where email_key = @key and organization_id is distinct from @organizationId) as is_taken)
            insert into accounts (id, email, email_key, name, kind, role, organization_id, status, language, time_zone, created_at)
            select @id, @email, case when is_taken then @takenKey else @key end, @name, 'organization', 'owner', @organizationId, 'invited', @Language, @TimeZone, @now
            from taken
            on conflict (tenant_id, email_key) do update
            set role = 'owner', name = case when accounts.status = 'active' then accounts.name else excluded.name end,
                status = case when accounts.status = 'active' then 'active' else 'invited' end
            where accounts.organization_id = excluded.organization_id and (accounts.status <> 'deactivated' or accounts.password_hash is null)
            returning id, status
            """,
            new
            {
                id = Guid.CreateVersion7(now), email = owner.Email!.Trim(), key, takenKey = TakenAddress.KeyFor(organization.Id, key), isTaken, name = owner.Name!.Trim(),
                organizationId = organization.Id, organization.Language, organization.TimeZone, now,
            });
    }

    private sealed record OwnerAccount(Guid Id, string Status);
}
