using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>What is there already of the accounts that a batch names.</summary>
internal sealed class KnownOrganizations(Db db)
{
    /// <summary>By the references as they are asked for. Whether two differ by more than case, the database says alone: others fold some letters otherwise.</summary>
    public async Task<IReadOnlyDictionary<string, KnownOrganization>> FindAsync(string[] references, CancellationToken ct)
    {
        var found = await db.ListAsync<KnownOrganization>(
            """
            select o.id, asked.reference, o.name, o.country, o.language, o.time_zone, o.status,
                   (select string_agg(n.number, ' ') from organization_numbers n where n.organization_id = o.id) as numbers,
                   (select string_agg(c.email_key, ' ') from support_contact_addresses c where c.organization_id = o.id) as contacts
            from unnest(@references) asked (reference)
            join organizations o on lower(o.customer_reference) collate "C" = lower(asked.reference) collate "C"
            """,
            new { references = references.Distinct().ToArray() }, ct);
        return found.ToDictionary(one => one.Reference);
    }

    /// <summary>The active partner users among addresses, by the addresses' keys.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> FindPartnerUsersAsync(IReadOnlyList<string> addresses, CancellationToken ct)
    {
        var keys = addresses.Select(EmailAddress.KeyOf).ToArray();
        var users = await db.ListAsync<PartnerUser>("select id, email_key from accounts where email_key = any(@keys) and kind = 'partner' and status = 'active'", new { keys }, ct);
        return users.ToDictionary(user => user.EmailKey, user => user.Id);
    }

    private sealed record PartnerUser(Guid Id, string EmailKey);
}

/// <summary>An account as it is, as far as an import changes it.</summary>
internal sealed record KnownOrganization(
    Guid Id, string Reference, string Name, string Country, string Language, string TimeZone, string Status, string? Numbers, string? Contacts)
{
    /// <summary>Whether these are its numbers, in any order.</summary>
    public bool HasNumbers(IEnumerable<string?> numbers) => numbers.ToHashSet().SetEquals(Numbers?.Split(' ') ?? []);

    /// <summary>Whether its problem reports go to these addresses, in any order.</summary>
    public bool HasContacts(IEnumerable<string> keys) => keys.ToHashSet().SetEquals(Contacts?.Split(' ') ?? []);
}
