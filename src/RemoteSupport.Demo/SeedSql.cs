namespace RemoteSupport.Demo;

/// <summary>
/// One statement a table: all rows travel as one JSON text (COPY does not work under row-level security). The fence's setting names the tenant.
/// </summary>
internal static class SeedSql
{
    public const string Tenant = "insert into tenants (id, slug, created_at) values (@Id, @Slug, @At)";

    public const string Settings =
        """
        insert into tenant_settings (name, accent_color, support_email, country, default_language, languages, time_zone)
        values (@Name, @Accent, @SupportEmail, @Country, @Language, array['en', 'it', 'es', 'de'], @TimeZone)
        """;

    public const string Image = "insert into brand_images (kind, media_type, content) values (@kind, 'image/png', @content)";

    public const string Organizations =
        """
        insert into organizations (id, name, customer_reference, country, language, time_zone, managed_by, status, created_by, created_at)
        select id, name, customer_reference, country, language, time_zone, managed_by, status, created_by, @now - make_interval(days => days_ago)
        from jsonb_to_recordset(@rows::jsonb) as r (
          id uuid, name text, customer_reference text, country text, language text, time_zone text, managed_by text, status text, created_by text, days_ago int)
        """;

    public const string Numbers =
        """
        insert into organization_numbers (organization_id, number)
        select organization_id, number from jsonb_to_recordset(@rows::jsonb) as r (organization_id uuid, number text)
        """;

    public const string Accounts =
        """
        insert into accounts (id, email, email_key, name, kind, role, organization_id, status, password_hash, language, created_at, activated_at)
        select id, email, email, name, kind, role, organization_id, status, case status when 'invited' then null else @hash end, language,
               @now - make_interval(days => days_ago), case status when 'invited' then null else @now - make_interval(days => days_ago) + interval '3 hours' end
        from jsonb_to_recordset(@rows::jsonb) as r (
          id uuid, email text, name text, kind text, role text, organization_id uuid, status text, language text, days_ago int)
        """;
}
