-- Passes: people without an account who were let into one thing by a link (IN-4). Each is one device; a second device takes over from the first.
create table passes (
  tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
  id uuid not null,
  token_hash bytea not null,
  subject_id uuid not null,
  language text not null,
  device text not null,
  ip inet not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  due_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  check ((ended_at is null) = (end_reason is null))
);
select fence('passes');
select answer_due('passes');
grant select, insert, update, delete on passes to app;
create unique index one_running_pass on passes (tenant_id, subject_id) where ended_at is null;
