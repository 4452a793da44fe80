using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Tenants;

/// <summary>A tenant as the operator sees it.</summary>
internal sealed record TenantRecord(
    Guid Id, string Slug, string Status, DateTimeOffset CreatedAt, string Name, string AccentColor, string SupportEmail, string Country,
    string DefaultLanguage, string Languages, string TimeZone, bool ProtectsKnownDevices, TimeSpan LongestAccess, TimeSpan InvitationLifetime, long Version, string? Domains, bool HasPrimaryDomain, bool HasLogo)
{
    /// <summary>
    /// Read as the owner, who sees past the fence: so the tenant stands in these queries, unlike in any of the application's. The primary
    /// domain comes first.
    /// </summary>
    public const string Sql =
        """
        select t.id, t.slug, t.status, t.created_at, s.name, s.accent_color, s.support_email, s.country,
               s.default_language, array_to_string(s.languages, ',') as languages, s.time_zone, s.protects_known_devices, s.longest_access, s.invitation_lifetime, s.version,
               (select string_agg(d.domain, ',' order by d.is_primary desc, d.domain) from tenant_domains d where d.tenant_id = t.id) as domains,
               exists (select from tenant_domains d where d.tenant_id = t.id and d.is_primary) as has_primary_domain,
               exists (select from brand_images i where i.tenant_id = t.id and i.kind = 'logo') as has_logo
        from tenants t
        join tenant_settings s on s.tenant_id = t.id

        """;

    public IReadOnlyList<string> DomainNames => Domains?.Split(',') ?? [];

    /// <summary>The same tenant as a request would see it.</summary>
    public TenantInfo ToInfo() => new()
    {
        Id = Id,
        Slug = Slug,
        IsSuspended = Status == "suspended",
        Name = Name,
        AccentColor = AccentColor,
        SupportEmail = SupportEmail,
        Country = Country,
        DefaultLanguage = DefaultLanguage,
        Languages = Languages.Split(','),
        TimeZone = TimeZone,
        ProtectsKnownDevices = ProtectsKnownDevices,
        LongestAccess = LongestAccess,
        InvitationLifetime = InvitationLifetime,
        Version = Version,
        PrimaryDomain = HasPrimaryDomain ? DomainNames[0] : null,
        HasLogo = HasLogo,
    };
}
