-- Customer accounts (OR-1).

create table organizations (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  customer_reference text check (length(customer_reference) between 1 and 100),
  country text not null check (country ~ '^[A-Z]{2}$'),
  language text not null check (language in ('en', 'it', 'es', 'de')),
  time_zone text not null,
  managed_by text not null check (managed_by in ('service_provider', 'customer')),
  status text not null default 'active' check (status in ('active', 'suspended')),
  created_by text not null check (created_by in ('partner', 'operator')),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
select fence('organizations');
grant select, insert, update on organizations to app;
create unique index customer_reference_once on organizations (tenant_id, lower(customer_reference) collate "C");

create table organization_numbers (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  organization_id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  primary key (tenant_id, organization_id, number),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id) on delete cascade
);
select fence('organization_numbers');
grant select, insert, delete on organization_numbers to app;
