namespace RemoteSupport.Demo.Measuring;

/// <summary>One statement for many rows. The fence's setting names the tenant.</summary>
internal static class MeasuringSql
{
    public const string Admin =
        """
        insert into accounts (id, email, email_key, name, kind, role, status, password_hash, created_at, activated_at)
        values (@admin, @email, @email, 'Ada Admin', 'partner', 'admin', 'active', @hash, @now, @now)
        """;

    public const string Organizations =
        """
        insert into organizations (id, name, customer_reference, country, language, time_zone, managed_by, status, created_by, created_at)
        select id, name, reference, case language when 'it' then 'IT' when 'de' then 'DE' when 'es' then 'ES' else 'GB' end, language, 'Europe/Rome',
               case when customer then 'customer' else 'service_provider' end, case when suspended then 'suspended' else 'active' end, 'partner', @now
        from unnest(@Ids, @Names, @References, @Languages, @Customers, @Suspended) r (id, name, reference, language, customer, suspended)
        """;

    public const string Numbers = "insert into organization_numbers (organization_id, number) select * from unnest(@Owners, @Numbers) on conflict do nothing";
}
