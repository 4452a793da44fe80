-- Problem reports (PR): what was reported, by whom, who was told, and what was said about it.

-- Where a national number is read.
create or replace view organization_gates with (security_invoker = true) as
  select id, name, managed_by, status, language, time_zone, country from organizations;

-- What reports can be about. A report keeps the name that it was made with, so one that goes out of the list is simply gone.
create table applications (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  primary key (tenant_id, id)
);
select fence('applications');
grant select, insert, update, delete on applications to app;
create unique index application_once on applications (tenant_id, lower(name) collate "C");

-- A tenant's reports are numbered from 1001, without gaps: whoever takes a number holds this row until the report is there.
create table problem_report_numbers (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  last bigint not null,
  primary key (tenant_id)
);
select fence('problem_report_numbers');
grant select, insert, update on problem_report_numbers to app;

-- organization_id: null where the address of somebody who could not sign in belongs to no organization.
-- reporter_id: null where it belongs to nobody. network: from where, only of those who were not signed in, to limit them.
-- told_at: when the first mails were queued; for people who are not signed in a job does it, so that the answer's time tells nothing (AC-3).
-- unreached_at: when the tenant's admins were told, because no Support Contact could be. due_at: when the job looks at the report next.
create table problem_reports (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  number bigint not null,
  organization_id uuid,
  reporter_id uuid,
  reporter_name text not null check (length(reporter_name) between 1 and 200),
  reporter_email text not null,
  reporter_key text not null collate "C",
  is_signed_in boolean not null,
  network text,
  language text not null,
  application text not null check (length(application) between 1 and 100),
  summary text not null check (length(summary) between 1 and 200),
  description text not null check (length(description) between 1 and 10000),
  callback_number text check (callback_number ~ '^\+[1-9][0-9]{6,14}$'),
  diagnostics text[] not null,
  state text not null default 'open' check (state in ('open', 'taken', 'resolved')),
  created_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  resolved_by uuid,
  resolved_at timestamptz,
  told_at timestamptz,
  unreached_at timestamptz,
  token_hash bytea not null,
  due_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, organization_id) references organizations (tenant_id, id),
  foreign key (tenant_id, reporter_id) references accounts (tenant_id, id),
  foreign key (tenant_id, taken_by) references accounts (tenant_id, id),
  foreign key (tenant_id, resolved_by) references accounts (tenant_id, id),
  check ((taken_by is null) = (taken_at is null) and (resolved_by is null) = (resolved_at is null)),
  check (state = 'open' or (state = 'taken' and taken_by is not null) or (state = 'resolved' and resolved_by is not null)),
  check (is_signed_in = (network is null))
);
select fence('problem_reports');
select answer_due('problem_reports');
grant select, insert, update on problem_reports to app;
create index reports_of_organization on problem_reports (tenant_id, organization_id, number) where organization_id is not null;
create index reports_of_reporter on problem_reports (tenant_id, reporter_id, number) where reporter_id is not null;
create index reports_signed_out on problem_reports (tenant_id, created_at) where network is not null;

-- Who was told what by mail; what became of a message stands in the outbox. Contacts are those that were saved when the report was made.
create table problem_report_mails (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  report_id uuid not null,
  message_id uuid not null,
  kind text not null check (kind in ('contact', 'admin', 'reporter', 'reply')),
  account_id uuid,
  name text,
  address text not null,
  primary key (tenant_id, report_id, message_id),
  foreign key (tenant_id, report_id) references problem_reports (tenant_id, id)
);
select fence('problem_report_mails');
grant select, insert on problem_report_mails to app;
create index reports_told_to on problem_report_mails (tenant_id, account_id, report_id) where account_id is not null;

-- What was said and done after the report: its thread.
create table problem_report_entries (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('replied', 'taken', 'resolved', 'reopened')),
  author_id uuid,
  author_name text not null,
  is_of_support boolean not null,
  text text check (length(text) between 1 and 10000),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references problem_reports (tenant_id, id)
);
select fence('problem_report_entries');
grant select, insert on problem_report_entries to app;
create index entries_of_report on problem_report_entries (tenant_id, report_id, id);
create index entries_of_author on problem_report_entries (tenant_id, author_id, report_id) where author_id is not null;

-- Files beside a report, or beside what was said later.
create table problem_report_files (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  file_id uuid not null,
  report_id uuid not null,
  entry_id uuid,
  name text not null,
  media_type text not null,
  size bigint not null,
  primary key (tenant_id, file_id),
  foreign key (tenant_id, report_id) references problem_reports (tenant_id, id),
  foreign key (tenant_id, entry_id) references problem_report_entries (tenant_id, id)
);
select fence('problem_report_files');
grant select, insert on problem_report_files to app;
create index files_of_report on problem_report_files (tenant_id, report_id, file_id);
