using RemoteSupport.Features.Brand;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Tenants;

/// <summary>Writes a tenant's settings and pictures, and what changed into the audit trail.</summary>
internal sealed class TenantBrand(Db db, AuditTrail audit)
{
    public static TenantRefused? FlawOfImages(CreateTenant asked) =>
        FlawOf(BrandPicture.Logo, asked.Logo) ?? FlawOf(BrandPicture.Icon, asked.Icon);

    public async Task InsertAsync(Guid id, CreateTenant asked, BrandSettings settings)
    {
        await db.RunAsync(
            """
            insert into tenant_settings (name, accent_color, support_email, country, default_language, languages, time_zone)
            values (@Name, @AccentColor, @SupportEmail, @Country, @DefaultLanguage, @languages, @TimeZone)
            """,
            Arguments(id, settings));
        await PutAsync(BrandPicture.Logo, asked.Logo);
        await PutAsync(BrandPicture.Icon, asked.Icon);
        audit.Target("tenant", id, settings.Name);
    }

    /// <summary>Answers the names of what changed; when nothing did, nothing is written and no node has to look anew.</summary>
    public async Task<IReadOnlyList<string>> ChangeAsync(TenantRecord tenant, CreateTenant asked, BrandSettings settings)
    {
        audit.Target("tenant", tenant.Id, settings.Name);
        var changed = new List<string>();
        foreach (var (field, before, after) in TenantSettings.Of(tenant).ChangesTo(settings))
        {
            audit.Changed(field, before, after);
            changed.Add(field);
        }

        if (await PutAsync(BrandPicture.Logo, asked.Logo)) changed.Add(BrandPicture.Logo);
        if (await PutAsync(BrandPicture.Icon, asked.Icon)) changed.Add(BrandPicture.Icon);
        if (changed.Count > 0) await UpdateAsync(tenant.Id, settings);
        else audit.Nothing();
        return changed;
    }

    private Task<int> UpdateAsync(Guid id, BrandSettings settings) => db.RunAsync(
        """
        update tenant_settings
        set name = @Name, accent_color = @AccentColor, support_email = @SupportEmail, country = @Country,
            default_language = @DefaultLanguage, languages = @languages, time_zone = @TimeZone, version = version + 1
        where tenant_id = @id
        """,
        Arguments(id, settings));

    private static object Arguments(Guid id, BrandSettings settings) => new
    {
        id, settings.Name, settings.AccentColor, settings.SupportEmail, settings.Country, settings.DefaultLanguage, languages = settings.Languages.ToArray(), settings.TimeZone,
    };

    /// <summary>True when the picture is a new one.</summary>
    private async Task<bool> PutAsync(string kind, byte[]? upload) =>
        upload is not null && BrandPicture.Read(kind, upload).Succeeded(out var picture, out _) && await db.RunAsync(
            """
            insert into brand_images (kind, media_type, content) values (@kind, @MediaType, @Content)
            on conflict (tenant_id, kind) do update set media_type = excluded.media_type, content = excluded.content
            where brand_images.content <> excluded.content
            """,
            new { kind, picture.Content.MediaType, picture.Content.Content }) == 1;

    private static TenantRefused? FlawOf(string kind, byte[]? upload) =>
        upload is not null && BrandPicture.Read(kind, upload).Refusal is { } refusal
            ? new(kind, $"--{kind}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, refusal.Sentence, refusal.Arguments)}")
            : null;
}
