namespace RemoteSupport.Tests.Tenancy;

/// <summary>What the roles app and due may do, read from the catalogue (TN-2, AU-1).</summary>
public sealed class FenceRightsTests
{
    [Fact, Trait("Behaviour", "TN-2")]
    public async Task The_application_owns_nothing_and_makes_nothing()
    {
        Assert.Empty(await Catalogue.ListAsync<string>(
            """
            select c.oid::regclass::text from pg_class c where c.relowner = 'app'::regrole
            union all select p.oid::regprocedure::text from pg_proc p where p.proowner = 'app'::regrole
            union all select n.nspname from pg_namespace n where n.nspowner = 'app'::regrole or has_schema_privilege('app', n.oid, 'create')
            union all select d.datname from pg_database d where d.datname = current_database() and has_database_privilege('app', d.oid, 'create')
            """));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task The_application_is_no_superuser_does_not_bypass_the_fence_and_is_nobody_elses_member()
    {
        Assert.Empty(await Catalogue.ListAsync<string>(
            """
            select rolname from pg_roles where rolname in ('app', 'due') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
            union all select roleid::regrole::text from pg_auth_members where member in ('app'::regrole, 'due'::regrole)
            union all select rolname from pg_roles where rolname = 'due' and rolcanlogin
            """));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task The_application_may_not_empty_a_table_nor_write_to_the_unfenced_ones()
    {
        Assert.Empty(await Catalogue.ListAsync<string>(
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and has_table_privilege('app', c.oid, 'truncate, references, trigger')"));
        Assert.Equal("SELECT", await RightsAsync("tenants"));
        Assert.Equal("SELECT", await RightsAsync("tenant_domains"));
        Assert.Equal("SELECT", await RightsAsync("migrations"));
        Assert.Equal("INSERT SELECT", await RightsAsync("data_protection_keys"));
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task The_application_can_only_add_to_the_audit_trail()
    {
        Assert.Equal("INSERT SELECT", await RightsAsync("audit_events"));
        Assert.Equal("INSERT SELECT", await RightsAsync("audit_details"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nothing_is_granted_to_everybody()
    {
        // A function that returns a trigger can be called by nobody, whatever is granted.
        Assert.Empty(await Catalogue.ListAsync<string>(
            """
            select c.oid::regclass::text from pg_class c, aclexplode(c.relacl) granted where c.relnamespace = 'public'::regnamespace and granted.grantee = 0
            union all
            select p.oid::regprocedure::text from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) granted
            where p.pronamespace = 'public'::regnamespace and granted.grantee = 0 and p.prorettype <> 'trigger'::regtype
            """));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Only_due_owns_functions_that_run_as_their_owner_and_each_has_a_search_path()
    {
        var functions = await Catalogue.ListAsync<(string Name, string Owner, string[]? Settings)>(
            "select proname::text, proowner::regrole::text, proconfig from pg_proc where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)");
        Assert.NotEmpty(functions);
        Assert.All(functions, function =>
        {
            Assert.Equal((function.Name, "due"), (function.Name, function.Owner));
            Assert.Contains("search_path=public, pg_temp", function.Settings ?? []);
        });
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Due_sees_whose_and_when_and_nothing_else()
    {
        var rights = await Catalogue.ListAsync<(string Right, string Column)>(
            """
            select distinct p.privilege, a.attname::text
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('REFERENCES')) as p (privilege)
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and has_column_privilege('due', c.oid, a.attnum, p.privilege)
            order by 2
            """);
        Assert.Equal([("SELECT", "due_at"), ("SELECT", "tenant_id")], rights);
        Assert.Empty(await Catalogue.ListAsync<string>(
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and has_table_privilege('due', c.oid, 'select, insert, update, delete, truncate')"));
    }

    private static async Task<string> RightsAsync(string table) =>
        (await Catalogue.ListAsync<string>(
            """
            select coalesce(string_agg(distinct granted.privilege_type, ' ' order by granted.privilege_type), '')
            from (
              select (aclexplode(relacl)).* from pg_class where oid = @table::regclass
              union all select (aclexplode(attacl)).* from pg_attribute where attrelid = @table::regclass) granted
            where granted.grantee = 'app'::regrole
            """,
            new { table = "public." + table })).Single();
}
