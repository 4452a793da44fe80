-- Accounts, their sessions, tries to sign in, and the links that set a password (AC).

create table accounts (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  email text not null,
  email_key text not null collate "C",
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  role text not null,
  organization_id uuid,
  status text not null check (status in ('invited', 'active', 'deactivated')),
  password_hash text,
  language text check (language in ('en', 'it', 'es', 'de')),
  time_zone text,
  created_at timestamptz not null,
  activated_at timestamptz,
  lock_told_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, email_key),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  check (kind = 'partner' and role in ('admin', 'supporter') and organization_id is null
      or kind = 'organization' and role in ('owner', 'admin', 'member') and organization_id is not null),
  check (status <> 'active' or password_hash is not null)
);
select fence('accounts');
grant select, insert, update on accounts to app;
create unique index one_owner on accounts (tenant_id, organization_id) where role = 'owner' and status <> 'deactivated';
create index members on accounts (tenant_id, organization_id, id) where organization_id is not null;

-- One row a signed-in device; what the browser's cookie and the API's bearer token stand for (AC-9).
create table sessions (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  device text not null,
  ip inet not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  due_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
select fence('sessions');
select answer_due('sessions');
grant select, insert, update, delete on sessions to app;
create index sessions_of_account on sessions (tenant_id, account_id) where ended_at is null;

-- Wrong passwords in a row, under a keyed hash of the address (and of the device, AC-10). Rows of unknown addresses have no account
-- and are swept at due_at (AC-3).
create table sign_in_tries (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  key bytea not null,
  account_id uuid,
  failures integer not null,
  last_try_at timestamptz not null,
  due_at timestamptz,
  primary key (tenant_id, key),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
select fence('sign_in_tries');
select answer_due('sign_in_tries');
grant select, insert, update, delete on sign_in_tries to app;
create index tries_of_account on sign_in_tries (tenant_id, account_id) where account_id is not null;

-- Networks from which an account was signed in to: a lock from a new one is always told (AC-5).
create table account_networks (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  account_id uuid not null,
  network cidr not null,
  primary key (tenant_id, account_id, network),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
select fence('account_networks');
grant select, insert on account_networks to app;

-- Single-use links: reset of a password (24 hours), activation (7 days). Only the token's hash is kept (DL-5).
create table account_links (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  purpose text not null check (purpose in ('password-reset', 'activation')),
  account_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  cancelled_at timestamptz,
  due_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
select fence('account_links');
select answer_due('account_links');
grant select, insert, update, delete on account_links to app;
create unique index one_open_link on account_links (tenant_id, account_id, purpose) where used_at is null and cancelled_at is null;
create index links_of_account on account_links (tenant_id, account_id, created_at);
