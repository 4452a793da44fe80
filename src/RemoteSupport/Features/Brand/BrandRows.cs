using System.Text.Json;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Brand;

/// <summary>The brand in the database: one row of settings, and a picture of each kind.</summary>
internal sealed class BrandRows(Db db)
{
    public async Task<BrandAnswer> ShowAsync(CancellationToken ct = default) =>
        (await db.SingleAsync<Row>(
            """
            select name, accent_color, support_email, sender_name, footers::text as footers, imprint_url, privacy_url, default_language,
                   array_to_string(languages, ',') as languages, time_zone, country, version,
                   exists (select from brand_images where kind = 'logo') as has_logo, exists (select from brand_images where kind = 'icon') as has_icon
            from tenant_settings
            """,
            ct: ct)).ToAnswer();

    /// <summary>Whoever changes the brand comes one after the other: held first, read then.</summary>
    public async Task<BrandAnswer> HoldAsync(CancellationToken ct)
    {
        await db.RunAsync("select from tenant_settings for update", ct: ct);
        return await ShowAsync(ct);
    }

    public Task<int> UpdateAsync(BrandSettings brand, CancellationToken ct) => db.RunAsync(
        """
        update tenant_settings
        set name = @Name, accent_color = @AccentColor, support_email = @SupportEmail, sender_name = @SenderName, footers = @footers::jsonb,
            imprint_url = @ImprintUrl, privacy_url = @PrivacyUrl, default_language = @DefaultLanguage, languages = @languages, time_zone = @TimeZone,
            country = @Country, version = version + 1
        """,
        new
        {
            brand.Name, brand.AccentColor, brand.SupportEmail, brand.SenderName, footers = JsonSerializer.Serialize(brand.Footers), brand.ImprintUrl, brand.PrivacyUrl,
            brand.DefaultLanguage, languages = brand.Languages.ToArray(), brand.TimeZone, brand.Country,
        },
        ct);

    public Task<PictureRow?> FindPictureAsync(string kind, CancellationToken ct) =>
        db.FindAsync<PictureRow>("select media_type, content from brand_images where kind = @kind", new { kind }, ct);

    /// <summary>A new version gives pictures a new address, so that nobody goes on seeing the old one.</summary>
    public Task<int> PutAsync(string kind, PictureRow picture, CancellationToken ct) => db.RunAsync(
        """
        insert into brand_images (kind, media_type, content) values (@kind, @MediaType, @Content)
        on conflict (tenant_id, kind) do update set media_type = excluded.media_type, content = excluded.content;
        update tenant_settings set version = version + 1
        """,
        new { kind, picture.MediaType, picture.Content },
        ct);

    public Task<int> RemoveAsync(string kind, CancellationToken ct) =>
        db.RunAsync("delete from brand_images where kind = @kind; update tenant_settings set version = version + 1", new { kind }, ct);

    private sealed record Row(
        string Name, string AccentColor, string SupportEmail, string? SenderName, string Footers, string? ImprintUrl, string? PrivacyUrl, string DefaultLanguage,
        string Languages, string TimeZone, string Country, long Version, bool HasLogo, bool HasIcon)
    {
        public BrandAnswer ToAnswer() => new(
            Name, AccentColor, SupportEmail, SenderName, JsonSerializer.Deserialize<Dictionary<string, string>>(Footers)!, ImprintUrl, PrivacyUrl, DefaultLanguage,
            Languages.Split(','), TimeZone, Country, HasLogo, HasIcon, Version);
    }
}

/// <summary>A picture as it is kept.</summary>
internal sealed record PictureRow(string MediaType, byte[] Content)
{
    /// <summary>As the audit trail tells of it.</summary>
    public string Label(string kind) => BrandPicture.Read(kind, Content).Succeeded(out var picture, out _) ? $"{MediaType}, {picture.Content.Width} × {picture.Content.Height}" : MediaType;
}
