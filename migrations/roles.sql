-- The roles of a database, before its first migration. A superuser runs this in it; again does no harm.
-- owner  logs in, owns the database and its schema, runs the migrations
-- app    logs in, owns nothing, lives behind the fence: the application
-- due    does not log in; owns the few functions that answer which tenants have something due
-- Roles belong to the whole server: several databases share them. Passwords: docs/operations.md.

do $$
declare
  wanted record;
begin
  for wanted in select * from (values ('owner', 'login'), ('app', 'login'), ('due', 'nologin')) as roles (name, login) loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      begin
        execute format('create role %I %s nosuperuser nobypassrls nocreaterole nocreatedb', wanted.name, wanted.login);
      exception when duplicate_object or unique_violation then
        null; -- made for another database at the same moment
      end;
    end if;
  end loop;

  -- To hand a function over to due, owner must be its member.
  if not pg_has_role('owner', 'due', 'member') then
    begin
      grant due to owner;
    exception when unique_violation then
      null; -- likewise
    end;
  end if;

  if exists (select from pg_roles where rolname in ('app', 'due') and (rolsuper or rolbypassrls)) then
    raise exception 'The roles app and due must be neither superuser nor BYPASSRLS: they would see every tenant.';
  end if;

  execute format('alter database %I owner to owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to app', current_database());
end $$;

alter schema public owner to owner;
revoke all on schema public from public;
grant usage on schema public to app, due;
