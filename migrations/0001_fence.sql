-- The fence: row-level security, the same for every table with a tenant_id (TN-2).
-- The roles owner, app and due come from roles.sql.

grant usage on schema public to app, due;
alter default privileges for role owner revoke execute on functions from public;

-- Puts a table behind the fence. The owner's policy is there because forced security applies to owners, too.
create function fence(tab regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format(
    'create policy tenant on %s to app
       using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
       with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', tab);
  execute format('create policy owner on %s to owner using (true) with check (true)', tab);
end $$;

-- Lets work across tenants ask which tenants have something due in a table, and nothing else: the fence is never lifted.
-- The recursive query jumps from tenant to tenant along the index, however many rows are due.
create function answer_due(tab regclass) returns void language plpgsql as $$
begin
  execute format('create index %1$s_due on %1$s (tenant_id, due_at) where due_at is not null', tab);
  execute format('grant select (tenant_id, due_at) on %s to due', tab);
  execute format('create policy due on %s for select to due using (true)', tab);
  execute format(
    'create function tenants_with_due_%1$s(at timestamptz) returns setof uuid
       language sql stable security definer set search_path = public, pg_temp as $f$
         with recursive found (tenant_id) as (
           (select tenant_id from %1$s where due_at is not null order by tenant_id limit 1)
           union all
           select (select t.tenant_id from %1$s t where t.due_at is not null and t.tenant_id > found.tenant_id order by t.tenant_id limit 1)
           from found where found.tenant_id is not null)
         select f.tenant_id from found f
         where f.tenant_id is not null
           and exists (select from %1$s t where t.tenant_id = f.tenant_id and t.due_at is not null and t.due_at <= at)
       $f$', tab);
  execute format('grant create on schema public to due');
  execute format('alter function tenants_with_due_%s(timestamptz) owner to due', tab);
  execute format('revoke create on schema public from due');
  execute format('revoke all on function tenants_with_due_%s(timestamptz) from public', tab);
  execute format('grant execute on function tenants_with_due_%s(timestamptz) to app', tab);
end $$;

revoke all on function fence(regclass), answer_due(regclass) from public;
