using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Tenants;

/// <summary>Writes a tenant's settings and pictures, and what changed into the audit trail.</summary>
internal sealed class TenantBrand(Db db, AuditTrail audit)
{
    public static TenantRefused? FlawOfImages(CreateTenant asked) =>
        (asked.Logo is { } logo ? BrandImage.FlawOf("logo", logo) : null) ?? (asked.Icon is { } icon ? BrandImage.FlawOf("icon", icon) : null);

    public async Task InsertAsync(Guid id, CreateTenant asked, TenantSettings settings)
    {
        await db.RunAsync(
            """
            insert into tenant_settings (name, accent_color, support_email, country, default_language, languages, time_zone)
            values (@Name, @AccentColor, @SupportEmail, @Country, @DefaultLanguage, string_to_array(@Languages, ','), @TimeZone)
            """,
            settings);
        await PutAsync("logo", asked.Logo);
        await PutAsync("icon", asked.Icon);
        audit.Target("tenant", id, settings.Name);
    }

    /// <summary>Answers the names of what changed; when nothing did, nothing is written and no node has to look anew.</summary>
    public async Task<IReadOnlyList<string>> ChangeAsync(TenantRecord tenant, CreateTenant asked, TenantSettings settings)
    {
        audit.Target("tenant", tenant.Id, settings.Name);
        var changed = new List<string>();
        foreach (var (field, before, after) in TenantSettings.Of(tenant).ChangesTo(settings))
        {
            audit.Changed(field, before, after);
            changed.Add(field);
        }

        if (await PutAsync("logo", asked.Logo)) changed.Add("logo");
        if (await PutAsync("icon", asked.Icon)) changed.Add("icon");
        if (changed.Count > 0) await UpdateAsync(tenant.Id, settings);
        else audit.Nothing();
        return changed;
    }

    private Task<int> UpdateAsync(Guid id, TenantSettings settings) => db.RunAsync(
        """
        update tenant_settings
        set name = @Name, accent_color = @AccentColor, support_email = @SupportEmail, country = @Country,
            default_language = @DefaultLanguage, languages = string_to_array(@Languages, ','), time_zone = @TimeZone, version = version + 1
        where tenant_id = @id
        """,
        new { id, settings.Name, settings.AccentColor, settings.SupportEmail, settings.Country, settings.DefaultLanguage, settings.Languages, settings.TimeZone });

    /// <summary>True when the picture is a new one.</summary>
    private async Task<bool> PutAsync(string kind, byte[]? content) =>
        content is not null && await db.RunAsync(
            """
            insert into brand_images (kind, media_type, content) values (@kind, @MediaType, @content)
            on conflict (tenant_id, kind) do update set media_type = excluded.media_type, content = excluded.content
            where brand_images.content <> excluded.content
            """,
            new { kind, BrandImage.Read(content)!.MediaType, content }) == 1;
}
