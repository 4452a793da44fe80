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

    /// <summary>What the demo's partners say of themselves below pages and e-mails.</summary>
    public const string Legal =
        """
        update tenant_settings set footers = @Footers::jsonb, imprint_url = @home || 'imprint', privacy_url = @home || 'privacy' where tenant_id = @Id
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

    /// <summary>Who gets problem reports: a partner user of each organization, an address of its own domain where it has people, here and there somebody deactivated.</summary>
    public const string Contacts =
        """
        insert into support_contact_lists (organization_id, saved_at) select id, created_at from organizations where tenant_id = @Id;
        insert into support_contacts (organization_id, position, account_id, email, email_key)
        with customer as (select id, row_number() over (order by id) as place from organizations where tenant_id = @Id),
          partner as (
            select id, row_number() over (order by id) - 1 as place, count(*) over () as many from accounts where tenant_id = @Id and kind = 'partner' and status = 'active')
        select c.id, 1, p.id, null, null from customer c join partner p on p.place = c.place % p.many
        union all
        select c.id, 2, null, a.email, a.email
        from customer c
        cross join lateral (select 'it@' || split_part(min(email), '@', 2) as email from accounts where tenant_id = @Id and organization_id = c.id) a
        where a.email is not null
        union all
        select c.id, 3, a.id, null, null
        from customer c
        join accounts a on a.tenant_id = @Id and a.kind = 'partner' and a.status = 'deactivated'
        where c.place % 25 = 3
        """;
}
