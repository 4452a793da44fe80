-- Calls (CA): each time a guest rang, who answered, and what was said, shown and seen.

-- host_…, guest_…: the tab that sits on that side now (its connection), since when nobody has taken it over; seen_at: when it last said that it is there.
-- due_at: when the job looks at the call next: a guest that went away while it rang, or a call with nobody in it.
create table calls (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  invitation_id uuid not null,
  inviter_id uuid not null,
  organization_id uuid,
  state text not null default 'ringing' check (state in ('ringing', 'in_call', 'done', 'missed')),
  rang_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('hung_up', 'left', 'away', 'nobody', 'cancelled', 'expired')),
  host_connection text,
  host_seen_at timestamptz,
  guest_connection text,
  guest_seen_at timestamptz,
  due_at timestamptz,
  nps_score integer check (nps_score between 0 and 10),
  nps_comment text check (length(nps_comment) between 1 and 1000),
  nps_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, invitation_id) references support_invitations (tenant_id, id),
  foreign key (tenant_id, inviter_id) references accounts (tenant_id, id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  check ((state in ('done', 'missed')) = (ended_at is not null) and (ended_at is null) = (end_reason is null) and (ended_at is null) = (due_at is not null)),
  check (state not in ('in_call') or answered_at is not null),
  check (nps_score is null or nps_at is not null)
);
select fence('calls');
select answer_due('calls');
grant select, insert, update on calls to app;
create unique index one_open_call on calls (tenant_id, invitation_id) where ended_at is null;
create index calls_of_invitation on calls (tenant_id, invitation_id, id);
create index calls_of_inviter on calls (tenant_id, inviter_id, id);
create index calls_of_organization on calls (tenant_id, organization_id, id);

-- What was said, sent and seen, in order: the chat, and the call's history. id is the browser's own for what people send, so that a retry is the same entry.
-- author_name: as they were called then. media_id: of the library.
create table call_entries (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  call_id uuid not null,
  number bigint generated always as identity,
  at timestamptz not null,
  side text not null check (side in ('host', 'guest', 'system')),
  author_name text,
  kind text not null,
  text text check (length(text) between 1 and 4000),
  media_id uuid,
  primary key (tenant_id, call_id, id),
  foreign key (tenant_id, call_id) references calls (tenant_id, id)
);
select fence('call_entries');
grant select, insert, update on call_entries to app;
create index entries_of_call on call_entries (tenant_id, call_id, number);

-- How it went on each side, as the browsers told: devices, what was refused, the line (IS-1). One row a side; sums and worst values.
create table call_reports (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  call_id uuid not null,
  side text not null check (side in ('host', 'guest')),
  device text,
  camera text,
  microphone text,
  block text,
  join_ms integer check (join_ms >= 0),
  is_relayed boolean,
  rtt_ms integer check (rtt_ms >= 0),
  loss real check (loss between 0 and 1),
  freezes integer not null default 0 check (freezes >= 0),
  marks integer not null default 0 check (marks >= 0),
  updated_at timestamptz not null,
  primary key (tenant_id, call_id, side),
  foreign key (tenant_id, call_id) references calls (tenant_id, id)
);
select fence('call_reports');
grant select, insert, update on call_reports to app;
