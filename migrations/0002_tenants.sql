-- Tenants and their host names stand outside the fence: they are how a request finds its tenant (TN-1).

create table tenants (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  status text not null default 'active' check (status in ('active', 'suspended')),
  created_at timestamptz not null
);
grant select on tenants to app;

create table tenant_domains (
  domain text primary key check (domain = lower(domain)),
  tenant_id uuid not null references tenants (id),
  is_primary boolean not null default false
);
create unique index one_primary_domain on tenant_domains (tenant_id) where is_primary;
grant select on tenant_domains to app;

-- Brand and rules of a tenant (TN-3).
create table tenant_settings (
  tenant_id uuid primary key default nullif(current_setting('app.tenant', true), '')::uuid,
  name text not null,
  accent_color text not null check (accent_color ~ '^#[0-9a-f]{6}$'),
  support_email text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  default_language text not null check (default_language in ('en', 'it', 'es', 'de')),
  languages text[] not null check (default_language = any (languages) and languages <@ array['en', 'it', 'es', 'de']),
  time_zone text not null,
  protects_known_devices boolean not null default false,
  version bigint not null default 1
);
select fence('tenant_settings');
grant select, insert, update on tenant_settings to app;

create table brand_images (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  kind text not null check (kind in ('logo', 'icon')),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  content bytea not null check (octet_length(content) <= 262144),
  primary key (tenant_id, kind)
);
select fence('brand_images');
grant select, insert, update on brand_images to app;

-- Every node keeps tenants in memory and forgets one when it hears of a change.
create function announce_tenant() returns trigger language plpgsql as $$
begin
  perform pg_notify('tenant_changed', '');
  return null;
end $$;
create trigger announce after insert or update or delete on tenants for each statement execute function announce_tenant();
create trigger announce after insert or update or delete on tenant_domains for each statement execute function announce_tenant();
create trigger announce after insert or update or delete on tenant_settings for each statement execute function announce_tenant();
create trigger announce after insert or update or delete on brand_images for each statement execute function announce_tenant();

-- Keys that protect cookies and forms, sealed by the master key; the same for every tenant.
create table data_protection_keys (
  name text primary key,
  xml text not null
);
grant select, insert on data_protection_keys to app;
