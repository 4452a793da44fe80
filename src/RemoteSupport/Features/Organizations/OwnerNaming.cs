using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Names the owner of an organization that has none who is active (OR-2), in the running transaction, which holds the organization's row. An address that
/// has an account already is answered like any other (AC-3): the organization shows the named owner as invited, and the address's holder is told by mail.
/// </summary>
internal sealed class OwnerNaming(Db db, OwnerMails mails, IMediator mediator, TimeProvider clock)
{
    /// <summary>What cannot be said of a named owner; null when all is well.</summary>
    public static Refusal? FlawOf(NamedOwner owner, OrganizationFields fields)
    {
        _ = fields.Name(owner.Name, "owner.name");
        return fields.Flaw ?? (EmailAddress.TryParse(owner.Email?.Trim(), out _) ? null : (Refusal)new InvalidOwnerEmail());
    }

    /// <summary>Whether somebody owns it, or was named for it.</summary>
    public Task<bool> IsNamedAsync(Guid organizationId) =>
        db.SingleAsync<bool>(
            """
            select exists (select from accounts where organization_id = @organizationId and role = 'owner' and status <> 'deactivated')
                or exists (select from named_owners where organization_id = @organizationId)
            """,
            new { organizationId });

    /// <summary>Names the owner; who was named before and has not activated the account is it no longer.</summary>
    public async Task<Refusal?> NameAsync(OrganizationRow organization, NamedOwner owner)
    {
        var (name, email) = (owner.Name!.Trim(), owner.Email!.Trim());
        var key = EmailAddress.KeyOf(email);
        if (!await WithdrawAsync(organization.Id, key)) return new OwnerIsActive();

        switch (await MakeAsync(organization, name, email, key))
        {
            case { Status: "invited" } invited: await mediator.Publish(new AccountInvited(invited.Id)); break;
            case { } member: await mails.TellNewOwnerAsync(organization, member.Id); break;
            case null: await KeepAsync(organization, name, email, key); break;
        }

        return null;
    }

    /// <summary>Takes the organization from an owner who never activated the account; false when one is active.</summary>
    private async Task<bool> WithdrawAsync(Guid organizationId, string key)
    {
        await db.RunAsync(
            """
            delete from named_owners where organization_id = @organizationId;
            update account_links set cancelled_at = @now
            where used_at is null and cancelled_at is null
              and account_id in (select id from accounts where organization_id = @organizationId and role = 'owner' and status = 'invited' and email_key <> @key);
            update accounts set status = 'deactivated' where organization_id = @organizationId and role = 'owner' and status = 'invited' and email_key <> @key
            """,
            new { organizationId, key, now = clock.GetUtcNow() });
        return !await db.SingleAsync<bool>(
            "select exists (select from accounts where organization_id = @organizationId and role = 'owner' and status = 'active')", new { organizationId });
    }

    /// <summary>A new account, or that of a member of the same organization; null when the address is taken.</summary>
    private Task<OwnerAccount?> MakeAsync(OrganizationRow organization, string name, string email, string key)
    {
        var now = clock.GetUtcNow();
        return db.FindAsync<OwnerAccount>(
            """
            insert into accounts (id, email, email_key, name, kind, role, organization_id, status, language, created_at)
            values (@id, @email, @key, @name, 'organization', 'owner', @organizationId, 'invited', @Language, @now)
            on conflict (tenant_id, email_key) do update
            set role = 'owner', name = case when accounts.status = 'active' then accounts.name else excluded.name end,
                status = case when accounts.status = 'active' then 'active' else 'invited' end
            where accounts.organization_id = excluded.organization_id and (accounts.status <> 'deactivated' or accounts.password_hash is null)
            returning id, status
            """,
            new { id = Guid.CreateVersion7(now), email, key, name, organizationId = organization.Id, organization.Language, now });
    }

    private async Task KeepAsync(OrganizationRow organization, string name, string email, string key)
    {
        await db.RunAsync(
            "insert into named_owners (organization_id, id, name, email) values (@organizationId, @id, @name, @email)",
            new { organizationId = organization.Id, id = Guid.CreateVersion7(clock.GetUtcNow()), name, email });
        await mails.TellHolderAsync(organization, key);
    }

    private sealed record OwnerAccount(Guid Id, string Status);
}
