-- Imports of organizations from CSV (OR-8). A row is what a node goes on with when another one has died: how far it came, and what it found.

create table organization_imports (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  file_size bigint not null,
  is_trial boolean not null,
  asked_by uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  failure text,
  rows_done integer not null default 0,
  bytes_done bigint not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  faulty integer not null default 0,
  asked_at timestamptz not null,
  ended_at timestamptz,
  due_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id),
  foreign key (tenant_id, asked_by) references accounts (tenant_id, id),
  check (rows_done = created + changed + unchanged + faulty),
  check ((state in ('waiting', 'running')) = (due_at is not null) and (due_at is null) = (ended_at is not null))
);
select fence('organization_imports');
select answer_due('organization_imports');
grant select, insert, update on organization_imports to app;

-- One of a tenant at a time.
create unique index one_running_import on organization_imports (tenant_id) where state = 'running';

create table organization_import_faults (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  import_id uuid not null,
  line integer not null,
  position integer not null,
  name text,
  column_name text,
  value text,
  reason text not null,
  primary key (tenant_id, import_id, line, position),
  foreign key (tenant_id, import_id) references organization_imports (tenant_id, id)
);
select fence('organization_import_faults');
grant select, insert on organization_import_faults to app;
