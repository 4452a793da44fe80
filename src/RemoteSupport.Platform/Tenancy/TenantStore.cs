using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace RemoteSupport.Platform.Tenancy;

/// <summary>
/// Finds tenants in PostgreSQL and keeps them in memory. <see cref="Forget"/> is called when the database announces a change, and
/// whenever the announcements may have been missed. Unknown hosts are remembered too, few and for a short time.
/// </summary>
public sealed class TenantStore(NpgsqlDataSource source, TimeProvider clock)
{
    private const int MostUnknown = 1_000;
    private static readonly TimeSpan UnknownFor = TimeSpan.FromSeconds(10);
    private volatile Cache cache = new();

    /// <summary>The tenant of a slug or of a whole domain; null when there is none.</summary>
    public async ValueTask<TenantInfo?> GetByIdentifierAsync(string identifier, CancellationToken ct = default)
    {
        var current = cache;
        if (current.Known.TryGetValue(identifier, out var known)) return known;
        if (current.Unknown.TryGetValue(identifier, out var until) && clock.GetUtcNow() < until) return null;

        var tenant = await ReadAsync("(t.slug = @identifier or t.id = (select d.tenant_id from tenant_domains d where d.domain = @identifier))", new { identifier }, ct);
        if (tenant is not null) current.Known[identifier] = tenant;
        else if (current.Unknown.Count < MostUnknown) current.Unknown[identifier] = clock.GetUtcNow() + UnknownFor;
        else current.Unknown.Clear();
        return tenant;
    }

    /// <summary>The tenant of an id; null when there is none.</summary>
    public async ValueTask<TenantInfo?> GetAsync(Guid id, CancellationToken ct = default)
    {
        var current = cache;
        if (current.ById.TryGetValue(id, out var known)) return known;
        var tenant = await ReadAsync("t.id = @id", new { id }, ct);
        if (tenant is not null) current.ById[id] = tenant;
        return tenant;
    }

    /// <summary>Every tenant's id, active ones only, for work that visits them one by one.</summary>
    public async Task<IReadOnlyList<Guid>> ListActiveAsync(CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<Guid>(new CommandDefinition("select id from tenants where status = 'active' order by id", cancellationToken: ct))).AsList();
    }

    /// <summary>Reads everything anew from now on. A read that is under way fills only the cache that it began with.</summary>
    public void Forget() => cache = new();

    private async Task<TenantInfo?> ReadAsync(string which, object arguments, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<TenantRow>(new CommandDefinition($"select t.id, t.slug, t.status from tenants t where {which}", arguments, cancellationToken: ct));
        if (row is null) return null;

        await using var grid = await connection.QueryMultipleAsync(new CommandDefinition(SettingsSql, new { app_tenant = row.Id.ToString(), row.Id }, cancellationToken: ct));
        await grid.ReadFirstAsync<string>();
        var settings = await grid.ReadSingleOrDefaultAsync<SettingsRow>();
        return settings is null ? null : new TenantInfo
        {
            Id = row.Id,
            Slug = row.Slug,
            IsSuspended = row.Status == "suspended",
            Name = settings.Name,
            AccentColor = settings.AccentColor,
            SupportEmail = settings.SupportEmail,
            Country = settings.Country,
            DefaultLanguage = settings.DefaultLanguage,
            Languages = settings.Languages.Split(','),
            TimeZone = settings.TimeZone,
            ProtectsKnownDevices = settings.ProtectsKnownDevices,
            LongestAccess = settings.LongestAccess,
            InvitationLifetime = settings.InvitationLifetime,
            Version = settings.Version,
            PrimaryDomain = settings.PrimaryDomain,
            HasLogo = settings.HasLogo,
            SenderName = settings.SenderName,
            Footers = JsonSerializer.Deserialize<Dictionary<string, string>>(settings.Footers)!,
            ImprintUrl = settings.ImprintUrl,
            PrivacyUrl = settings.PrivacyUrl,
        };
    }

    private const string SettingsSql =
        """
        select set_config('app.tenant', @app_tenant, true);
        select s.name, s.accent_color, s.support_email, s.country, s.default_language, array_to_string(s.languages, ',') as languages, s.time_zone, s.protects_known_devices, s.longest_access, s.invitation_lifetime, s.version,
               (select d.domain from tenant_domains d where d.tenant_id = @Id and d.is_primary) as primary_domain,
               exists (select from brand_images i where i.kind = 'logo') as has_logo,
               s.sender_name, s.footers::text as footers, s.imprint_url, s.privacy_url
        from tenant_settings s
        """;

    private sealed record TenantRow(Guid Id, string Slug, string Status);

    private sealed record SettingsRow(
        string Name, string AccentColor, string SupportEmail, string Country, string DefaultLanguage, string Languages, string TimeZone,
        bool ProtectsKnownDevices, TimeSpan LongestAccess, TimeSpan InvitationLifetime, long Version, string? PrimaryDomain, bool HasLogo,
        string? SenderName, string Footers, string? ImprintUrl, string? PrivacyUrl);

    private sealed class Cache
    {
        public ConcurrentDictionary<string, TenantInfo> Known { get; } = new(StringComparer.Ordinal);
        public ConcurrentDictionary<Guid, TenantInfo> ById { get; } = new();
        public ConcurrentDictionary<string, DateTimeOffset> Unknown { get; } = new(StringComparer.Ordinal);
    }
}
