using Npgsql;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>The rows of organizations, for every operation that shows or changes one.</summary>
internal sealed class OrganizationRows(Db db, TimeProvider clock)
{
    /// <summary>
    /// An organization's row, held until the transaction ends: whoever enters takes it for share, so nobody slips in while it is changed. Null when there
    /// is none.
    /// </summary>
    public Task<OrganizationRow?> HoldAsync(Guid id) =>
        db.FindAsync<OrganizationRow>(
            "select id, name, customer_reference, country, language, time_zone, managed_by, status from organizations where id = @id for update", new { id });

    /// <summary>Account Information as it is now; null when there is no such organization.</summary>
    public async Task<OrganizationAnswer?> FindAsync(Guid id, CancellationToken ct = default) =>
        (await db.FindAsync<ShownOrganization>(FindSql, new { id, now = clock.GetUtcNow() }, ct))?.ToAnswer();

    /// <summary>Whether somebody could answer in the owner's name: who was only invited cannot yet.</summary>
    public Task<bool> HasActiveOwnerAsync(Guid id) =>
        db.SingleAsync<bool>("select exists (select from accounts where organization_id = @id and role = 'owner' and status = 'active')", new { id });

    /// <summary>Whether this account owns it still, now that the row is held.</summary>
    public Task<bool> IsOwnerAsync(Guid id, Guid accountId) =>
        db.SingleAsync<bool>("select exists (select from accounts where id = @accountId and organization_id = @id and role = 'owner')", new { id, accountId });

    /// <summary>Makes an organization of a draft; null when another one has its customer reference, or its id already.</summary>
    public async Task<OrganizationRow?> InsertAsync(OrganizationRow draft)
    {
        var now = clock.GetUtcNow();
        var row = draft.Id == Guid.Empty ? draft with { Id = Guid.CreateVersion7(now) } : draft;
        var inserted = await db.RunAsync(
            """
            insert into organizations (id, name, customer_reference, country, language, time_zone, managed_by, status, created_by, created_at)
            values (@Id, @Name, @CustomerReference, @Country, @Language, @TimeZone, @ManagedBy, @Status, 'partner', @now)
            on conflict do nothing
            """,
            new { row.Id, row.Name, row.CustomerReference, row.Country, row.Language, row.TimeZone, row.ManagedBy, row.Status, now });
        return inserted == 1 ? row : null;
    }

    /// <summary>Writes all fields of a row that is held. The customer reference may turn out to be another's.</summary>
    public async Task<Refusal?> UpdateAsync(OrganizationRow row)
    {
        try
        {
            await db.RunAsync(
                """
                update organizations
                set name = @Name, customer_reference = @CustomerReference, country = @Country, language = @Language, time_zone = @TimeZone, status = @Status
                where id = @Id
                """,
                row);
            return null;
        }
        catch (PostgresException taken) when (taken.ConstraintName == "customer_reference_once")
        {
            return new ReferenceTaken();
        }
    }

    /// <summary>Makes these the organization's numbers; answers those it had.</summary>
    public async Task<IReadOnlyList<string>> ReplaceNumbersAsync(Guid id, string[] numbers)
    {
        var before = await db.ListAsync<string>("delete from organization_numbers where organization_id = @id returning number", new { id });
        await db.RunAsync("insert into organization_numbers (organization_id, number) select @id, number from unnest(@numbers) number", new { id, numbers });
        return before;
    }

    private const string FindSql =
        $$"""
        select o.id, o.name, o.customer_reference, o.managed_by, o.status, o.country, o.language, o.time_zone, o.created_by,
               (select string_agg(n.number, ' ' order by n.number) from organization_numbers n where n.organization_id = o.id) as numbers,
               a.id as access_id, a.state as access_state, requester.name as access_by, a.created_at as access_at, a.expires_at as access_until,
               owner.id as owner_id, owner.name as owner_name, owner.email as owner_email, owner.status as owner_status, asker.name as handover_by, h.asked_at as handover_at
        from organizations o
        {{AccessAnswer.Join}}
        left join accounts owner on owner.organization_id = o.id and owner.role = 'owner' and owner.status <> 'deactivated'
        left join handovers h on h.organization_id = o.id and h.state = 'pending'
        left join accounts asker on asker.id = h.asked_by
        where o.id = @id
        """;
}

/// <summary>What can be changed of an organization.</summary>
internal sealed record OrganizationRow(
    Guid Id, string Name, string? CustomerReference, string Country, string Language, string TimeZone, string ManagedBy, string Status);

/// <summary>An organization as one query finds it.</summary>
internal sealed record ShownOrganization(
    Guid Id, string Name, string? CustomerReference, string ManagedBy, string Status, string Country, string Language, string TimeZone, string CreatedBy,
    string? Numbers, Guid? AccessId, string? AccessState, string? AccessBy, DateTimeOffset? AccessAt, DateTimeOffset? AccessUntil,
    Guid? OwnerId, string? OwnerName, string? OwnerEmail, string? OwnerStatus, string? HandoverBy, DateTimeOffset? HandoverAt)
{
    public OrganizationAnswer ToAnswer() => new(
        Id, Name, CustomerReference, Numbers?.Split(' ') ?? [], ManagedBy, Status,
        AccessAnswer.Of(ManagedBy, AccessId, AccessState, AccessBy, AccessAt, AccessUntil), Country, Language, TimeZone, CreatedBy,
        OwnerId is { } owner ? new OwnerAnswer(owner, OwnerName!, OwnerEmail!, OwnerStatus!) : null,
        HandoverAt is { } at ? new HandoverAnswer("pending", HandoverBy!, at) : null);
}
