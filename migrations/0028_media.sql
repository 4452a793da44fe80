-- Recordings of calls (CA-3), and the Media Library (ML-1).

-- due_at: when the job looks at it next: nobody answered, no piece came for a while, or it is to be joined. leased_until: a node joins it until then.
create table recordings (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  call_id uuid not null,
  state text not null default 'asking' check (state in ('asking', 'refused', 'running', 'joining', 'done', 'empty')),
  asked_at timestamptz not null,
  consented_at timestamptz,
  ended_at timestamptz,
  media_id uuid,
  due_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id),
  check (state in ('asking', 'refused', 'empty') or consented_at is not null)
);
select fence('recordings');
select answer_due('recordings');
grant select, insert, update on recordings to app;
create unique index one_open_recording on recordings (tenant_id, call_id) where state in ('asking', 'running');
create index recordings_of_call on recordings (tenant_id, call_id);

-- The pieces as they came; their content lies in the store until they are joined.
create table recording_chunks (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  recording_id uuid not null,
  number integer not null check (number >= 0),
  size bigint not null check (size > 0),
  came_at timestamptz not null,
  primary key (tenant_id, recording_id, number),
  foreign key (tenant_id, recording_id) references recordings (tenant_id, id)
);
select fence('recording_chunks');
grant select, insert, update, delete on recording_chunks to app;

-- Marks and freezes while it ran: milliseconds from its start, and what happened.
create table recording_events (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  recording_id uuid not null,
  number bigint generated always as identity,
  at_ms integer not null check (at_ms >= 0),
  event jsonb not null,
  primary key (tenant_id, recording_id, number),
  foreign key (tenant_id, recording_id) references recordings (tenant_id, id)
);
select fence('recording_events');
grant select, insert on recording_events to app;

-- The library. A row is a person's, in their organization or (null) the partner's; call_id says where it came from. due_at: when it is erased.
create table media_items (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  owner_id uuid not null,
  organization_id uuid,
  call_id uuid,
  file_id uuid not null,
  thumbnail_id uuid,
  kind text not null check (kind in ('photo', 'video', 'document')),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size bigint not null check (size > 0),
  duration_ms integer check (duration_ms >= 0),
  is_seekable boolean not null default true,
  created_at timestamptz not null,
  deleted_at timestamptz,
  due_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references accounts (tenant_id, id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, id)
);
select fence('media_items');
select answer_due('media_items');
grant select, insert, update, delete on media_items to app;
create index media_of_owner on media_items (tenant_id, owner_id, kind, id);
create index media_of_call on media_items (tenant_id, call_id) where call_id is not null;

-- How long media are kept, and how much a tenant may keep.
alter table tenant_settings add column media_kept_for interval not null default '1 year' check (media_kept_for between '1 day' and '10 years');
alter table tenant_settings add column media_quota bigint not null default 10737418240 check (media_quota > 0);
