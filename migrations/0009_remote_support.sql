-- Remote Support (RA): access requests with the grants that come of them, and remote logins.

-- A remote login is a session, too: of the same person, beside the one it came from, acting in an organization (RA-12).
-- No foreign keys to what sweeps remove on their own.
alter table sessions
  add parent_id uuid,
  add acting_as text check (acting_as in ('owner', 'super_admin', 'look_only')),
  add acting_in uuid,
  add grant_id uuid,
  add check ((acting_as is null) = (acting_in is null) and (acting_as is null) = (parent_id is null)),
  add foreign key (tenant_id, acting_in) references organizations (tenant_id, id);
create index sessions_of_parent on sessions (tenant_id, parent_id) where parent_id is not null and ended_at is null;
create index sessions_inside on sessions (tenant_id, acting_in) where acting_in is not null and ended_at is null;
create index sessions_of_grant on sessions (tenant_id, grant_id) where grant_id is not null and ended_at is null;

-- In a remote login an entry says as whom (AU-1), and which login it was.
alter table audit_events
  add acting_as text,
  add remote_login_id uuid;

-- The longest access a supporter may ask for and an owner may give (RA-4).
alter table tenant_settings add longest_access interval not null default '7 days' check (longest_access >= '1 minute');

-- What decides whether somebody may enter an organization; for other slices, also to lock the row for share.
create view organization_gates with (security_invoker = true) as
  select id, name, managed_by, status, language, time_zone from organizations;
grant select, update on organization_gates to app;

-- A request and, once approved, the grant that came of it: one row (RA-7). A request for more time names the grant that it would lengthen in
-- extends_id; approved before the end it shares that grant's end and fate, approved after it, it is a grant of its own (RA-10).
-- due_at: when a job should look at it next (to remind, to let it lapse or expire); nothing waits for that to be safe.
create table access_requests (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  organization_id uuid not null,
  requester_id uuid not null,
  extends_id uuid,
  state text not null check (state in ('pending', 'approved', 'rejected', 'cancelled', 'lapsed', 'expired', 'revoked', 'returned')),
  requested_duration interval not null check (requested_duration > interval '0'),
  granted_duration interval check (granted_duration > interval '0'),
  note text check (length(note) between 1 and 1000),
  created_at timestamptz not null,
  lapses_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  expires_at timestamptz,
  warned_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  reason text check (length(reason) between 1 and 1000),
  due_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  foreign key (tenant_id, requester_id) references accounts (tenant_id, id),
  foreign key (tenant_id, extends_id) references access_requests (tenant_id, id),
  check ((state in ('approved', 'expired', 'revoked', 'returned')) = (expires_at is not null)),
  check ((expires_at is null) = (granted_duration is null))
);
select fence('access_requests');
select answer_due('access_requests');
grant select, insert, update on access_requests to app;
create unique index one_pending_request on access_requests (tenant_id, organization_id) where state = 'pending';
create unique index one_active_grant on access_requests (tenant_id, organization_id) where state = 'approved' and extends_id is null;
create index extensions on access_requests (tenant_id, extends_id) where extends_id is not null;
create index requests_of_organization on access_requests (tenant_id, organization_id, id);
create index requests_of_person on access_requests (tenant_id, requester_id, created_at);
create index open_requests on access_requests (tenant_id, id) where state in ('pending', 'approved');

-- What is open or asked for in an organization at the moment: at most one grant and one pending request. Whoever reads it checks the clock.
create view organization_access with (security_invoker = true) as
  select r.id, r.organization_id, r.state, r.extends_id, r.requester_id, r.created_at, r.lapses_at, r.expires_at
  from access_requests r
  where r.state = 'pending' or (r.state = 'approved' and r.extends_id is null);
grant select, update on organization_access to app;

-- Who went in, when, as whom, and how it ended: kept, while sessions are swept. The id is the session's.
-- due_at: when a job should look whether it is over by the clock.
create table remote_logins (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  organization_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('owner', 'super_admin', 'look_only')),
  grant_id uuid,
  ip inet not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  ended_by uuid,
  due_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  check ((ended_at is null) = (end_reason is null) and (ended_at is null) = (due_at is not null))
);
select fence('remote_logins');
select answer_due('remote_logins');
grant select, insert, update on remote_logins to app;
create index logins_of_organization on remote_logins (tenant_id, organization_id, id);
create index logins_inside on remote_logins (tenant_id, organization_id, id) where ended_at is null;
create index logins_of_grant on remote_logins (tenant_id, grant_id, account_id) where grant_id is not null;

-- For the end of a grant: who was inside on it.
create view logins_under_grants with (security_invoker = true) as
  select l.id, l.grant_id, l.organization_id, l.account_id, l.role, l.started_at, l.ended_at, l.end_reason from remote_logins l where l.grant_id is not null;
grant select on logins_under_grants to app;

-- Whether an organization's owner is told of each login under a grant (RA-13); no row: yes.
create table remote_support_settings (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  organization_id uuid not null,
  tells_owner boolean not null,
  primary key (tenant_id, organization_id),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id)
);
select fence('remote_support_settings');
grant select, insert, update on remote_support_settings to app;
