namespace RemoteSupport.Tests.Tenancy;

/// <summary>The fence, read from the catalogue as the application itself (TN-2). Whoever adds a table finds here what it needs.</summary>
public sealed class FenceTests
{
    private const string InPublic = "c.relnamespace = 'public'::regnamespace";

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Every_table_has_row_level_security_enabled_and_forced_but_the_four_named_ones()
    {
        var open = await Catalogue.ListAsync<string>(
            $"select c.relname from pg_class c where {InPublic} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1");
        Assert.Equal(Catalogue.Unfenced, open);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Every_fenced_table_has_the_fences_policies_and_no_others()
    {
        var policies = await Catalogue.ListAsync<(string Table, string Policy)>(
            """
            select tablename, policyname || ' ' || permissive || ' ' || cmd || ' to ' || array_to_string(roles, ',') || ' using ' || coalesce(qual, '-') || ' check ' || coalesce(with_check, '-')
            from pg_policies where schemaname = 'public' order by 1, 2
            """);
        string[] fence = ["owner PERMISSIVE ALL to owner using true check true", $"tenant PERMISSIVE ALL to app using (tenant_id = {Catalogue.Tenant}) check (tenant_id = {Catalogue.Tenant})"];
        string[] fenceWithDue = ["due PERMISSIVE SELECT to due using true check -", .. fence];
        foreach (var table in await Catalogue.FencedTablesAsync())
        {
            var has = policies.Where(policy => policy.Table == table).Select(policy => policy.Policy).ToArray();
            Assert.True(has.SequenceEqual(fence) || has.SequenceEqual(fenceWithDue), $"{table}: {string.Join("; ", has)}");
        }

        Assert.DoesNotContain(policies, policy => Catalogue.Unfenced.Contains(policy.Table));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Every_unique_key_of_a_fenced_table_begins_with_the_tenant_and_there_is_a_primary_one()
    {
        var keys = await Catalogue.ListAsync<(string Table, bool IsPrimary, string First)>(
            $"""
            select c.relname, i.indisprimary, coalesce(a.attname, '')
            from pg_index i join pg_class c on c.oid = i.indrelid
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where {InPublic} and i.indisunique
            """);
        foreach (var table in await Catalogue.FencedTablesAsync())
        {
            Assert.Contains(keys, key => key.Table == table && key.IsPrimary);
            Assert.All(keys.Where(key => key.Table == table), key => Assert.Equal((table, "tenant_id"), (key.Table, key.First)));
        }
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Every_fenced_row_takes_its_tenant_from_the_setting_and_always_has_one()
    {
        var columns = await Catalogue.ListAsync<string>(
            $"""
            select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where {InPublic} and c.relkind in ('r', 'p') and a.attname = 'tenant_id' and a.attnotnull and pg_get_expr(d.adbin, d.adrelid) = @Tenant
            order by 1
            """,
            new { Catalogue.Tenant });
        Assert.Equal(await Catalogue.FencedTablesAsync(), columns);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Every_reference_between_fenced_tables_holds_the_tenant_and_none_leaves_the_fence()
    {
        var references = await Catalogue.ListAsync<(string From, string To, string Definition, bool HoldsTenant)>(
            $"""
            select c.relname, t.relname, pg_get_constraintdef(f.oid), exists (
                select from unnest(f.conkey, f.confkey) as pair (mine, theirs)
                join pg_attribute m on m.attrelid = f.conrelid and m.attnum = pair.mine
                join pg_attribute o on o.attrelid = f.confrelid and o.attnum = pair.theirs
                where m.attname = 'tenant_id' and o.attname = 'tenant_id')
            from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
            where {InPublic} and f.contype = 'f'
            """);
        var fenced = references.Where(reference => !Catalogue.Unfenced.Contains(reference.From)).ToList();
        Assert.NotEmpty(fenced);
        Assert.All(fenced, reference =>
        {
            Assert.True(reference.HoldsTenant, $"{reference.From}: {reference.Definition}");
            Assert.DoesNotContain(reference.To, Catalogue.Unfenced);
        });
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Tenants_data_stands_in_no_other_schema()
    {
        Assert.Empty(await Catalogue.ListAsync<string>(
            """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where a.attname = 'tenant_id' and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace <> 'public'::regnamespace
            """));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Views_run_as_whoever_asks_and_nothing_is_materialized_or_foreign()
    {
        Assert.Empty(await Catalogue.ListAsync<string>(
            $"select c.relname from pg_class c where {InPublic} and c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)"));
        Assert.Empty(await Catalogue.ListAsync<string>($"select c.relname from pg_class c where {InPublic} and c.relkind in ('m', 'f')"));
    }
}
